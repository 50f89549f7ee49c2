package dev.pipewright.runner;

import dev.pipewright.pipeline.component.ComponentSpec;

/// How to run a plan.
///
/// @param cache what to do with what earlier runs made
/// @param cores how many threads compute
public record RunSettings(CacheUse cache, int cores) {

  /// What to do with what earlier runs made.
  public enum CacheUse {
    /// Take it where it is the same.
    USE,
    /// Make all anew.
    IGNORE,
  }

  /// The cache is used, and all cores.
  public static final RunSettings DEFAULT =
      new RunSettings(CacheUse.USE, Runtime.getRuntime().availableProcessors());

  public RunSettings {
    if (cores < 1) {
      throw new IllegalArgumentException("cores: " + cores);
    }
  }

  /// The same, with another use of the cache.
  public RunSettings with(CacheUse newCache) {
    return new RunSettings(newCache, cores);
  }

  /// The same, with so many cores.
  public RunSettings withCores(int newCores) {
    return new RunSettings(cache, newCores);
  }

  /// How many of these cores a component keeps busy.
  int coresOf(ComponentSpec.Resources resources) {
    return Math.min(cores, resources.cores());
  }
}
