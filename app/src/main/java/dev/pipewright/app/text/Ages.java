package dev.pipewright.app.text;

import java.time.Duration;
import java.time.Instant;

/// How long ago something was, as people say it.
public final class Ages {

  private static final Texts TEXTS = Texts.of(Ages.class);

  private Ages() {}

  /// `just now`, `5 min ago`, `3 h ago`, `2 days ago`.
  public static String ago(Instant then, Instant now) {
    Duration age = Duration.between(then, now);
    if (age.toSeconds() < 60) {
      return TEXTS.get("ago.now");
    }
    if (age.toMinutes() < 60) {
      return TEXTS.get("ago.minutes", age.toMinutes());
    }
    return age.toHours() < 48
        ? TEXTS.get("ago.hours", age.toHours())
        : TEXTS.get("ago.days", age.toDays());
  }

  /// A time that is not known for sure: `a few seconds`, `about 20 s`, `about 3 min`.
  public static String about(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds < 5) {
      return TEXTS.get("about.moment");
    }
    if (seconds < 90) {
      return TEXTS.get("about.seconds", Math.max(5, Math.round(seconds / 5.0) * 5));
    }
    long minutes = Math.round(seconds / 60.0);
    return minutes < 90
        ? TEXTS.get("about.minutes", minutes)
        : TEXTS.get("about.hours", Math.round(minutes / 30.0) / 2.0);
  }
}
