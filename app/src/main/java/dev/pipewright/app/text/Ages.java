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
}
