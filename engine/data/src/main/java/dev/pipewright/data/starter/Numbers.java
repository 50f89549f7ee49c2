package dev.pipewright.data.starter;

/// The finite numbers of a column.
///
/// @param mean their mean
/// @param median the middle one, or the mean of the two in the middle
/// @param deviation the (population) standard deviation
/// @param min the least
/// @param max the greatest
/// @param others how many values are not finite: NaN, inf
public record Numbers(
    double mean, double median, double deviation, double min, double max, long others) {}
