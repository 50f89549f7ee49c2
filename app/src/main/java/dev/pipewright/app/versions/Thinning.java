package dev.pipewright.app.versions;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Says which versions are not kept any longer: all of the last hour are, one of each hour of the
/// last day, and one of each day before that, up to a number, half of which may be of the last
/// hour, and a size. Of several, one that was saved is kept before one that was not, and a later
/// one before an earlier. The newest is always kept.
record Thinning(int most, long mostBytes) {

  /// What is known of a version without reading it.
  record Kept(String name, Instant time, Version.Kind kind, long bytes) {}

  static final Thinning USUAL = new Thinning(100, 32L << 20);

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  /// @return those that are to go
  List<Kept> surplus(Collection<Kept> versions, Instant now) {
    List<Kept> newestFirst =
        versions.stream().sorted(Comparator.comparing(Kept::time).reversed()).toList();
    Map<String, Kept> best = new LinkedHashMap<>();
    for (Kept version : newestFirst) {
      String bucket = version == newestFirst.getFirst() ? "newest" : bucket(version, now);
      best.merge(
          bucket, version, (later, earlier) -> isSavedAlone(earlier, later) ? earlier : later);
    }
    List<Kept> kept = new ArrayList<>();
    long bytes = 0;
    for (Kept version : best.values()) {
      boolean isRecent = Duration.between(version.time(), now).compareTo(HOUR) < 0;
      int room = isRecent ? (most + 1) / 2 : most;
      if (kept.isEmpty() || (kept.size() < room && bytes + version.bytes() <= mostBytes)) {
        bytes += version.bytes();
        kept.add(version);
      }
    }
    return newestFirst.stream().filter(version -> !kept.contains(version)).toList();
  }

  private static boolean isSavedAlone(Kept one, Kept other) {
    return one.kind() == Version.Kind.SAVED && other.kind() != Version.Kind.SAVED;
  }

  private static String bucket(Kept version, Instant now) {
    Duration age = Duration.between(version.time(), now);
    long seconds = version.time().getEpochSecond();
    if (age.compareTo(HOUR) < 0) {
      return version.name();
    }
    return age.compareTo(DAY) < 0
        ? "hour " + Math.floorDiv(seconds, HOUR.toSeconds())
        : "day " + Math.floorDiv(seconds, DAY.toSeconds());
  }
}
