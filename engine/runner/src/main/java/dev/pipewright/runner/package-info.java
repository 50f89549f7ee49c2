/// Runs pipelines. A `Plan` says what is to be done, checked and with all parameters resolved; the
/// `Runner` does it: looks each node up in the cache, runs those that are not there side by side,
/// and records all in the ML Metadata store of a `RunRoot`. `RunEvent`s tell how it goes,
/// `RunHistory` what earlier runs did.
@NullMarked
package dev.pipewright.runner;

import org.jspecify.annotations.NullMarked;
