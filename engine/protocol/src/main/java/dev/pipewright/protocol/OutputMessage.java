package dev.pipewright.protocol;

/// An artifact that a node made or found.
///
/// @param id its id in ML Metadata
/// @param type its type, as `Examples`
/// @param folder where it lies, absolute
/// @param files how many files it has, or -1 where nobody counted
/// @param bytes the size of all its files, or -1 where nobody counted
public record OutputMessage(long id, String type, String folder, long files, long bytes) {}
