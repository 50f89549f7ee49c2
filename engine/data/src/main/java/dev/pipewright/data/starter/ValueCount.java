package dev.pipewright.data.starter;

/// A value of a column and how many cells hold it.
///
/// @param text the value, as a person reads it
/// @param count how many cells hold it
public record ValueCount(String text, long count) {}
