package dev.pipewright.protocol;

/// Who the engine host is.
///
/// @param version Pipewright's version
/// @param protocolVersion see `EngineServer.PROTOCOL_VERSION`
/// @param pid the host's process
/// @param java the Java version it runs on
public record EngineInfo(String version, int protocolVersion, long pid, String java) {}
