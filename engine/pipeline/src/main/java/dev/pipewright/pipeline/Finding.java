package dev.pipewright.pipeline;

/// Something wrong with a parameter, found by the component it belongs to.
///
/// @param field the parameter, with the path inside it, as `outputs[2].expression`
/// @param what what is wrong, as a sentence
/// @param fix what to do, as a sentence
public record Finding(String field, String what, String fix) {}
