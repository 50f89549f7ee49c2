package dev.pipewright.app.find;

import dev.pipewright.app.find.Findings.Extent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Searches texts, for a bounded time and up to a bounded number.
final class Finder {

  static final int MOST = 2000;
  static final Duration PATIENCE = Duration.ofSeconds(1);

  private Finder() {}

  static Findings search(List<Spot> spots, Pattern pattern) {
    List<Match> matches = new ArrayList<>();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try {
      for (Spot spot : spots) {
        Matcher matcher = pattern.matcher(new BoundedText(spot.text(), deadline));
        while (matcher.find()) {
          if (matches.size() == MOST) {
            return new Findings(pattern.pattern(), matches, Extent.MANY);
          }
          if (matcher.end() > matcher.start()) {
            matches.add(new Match(spot, matcher.start(), matcher.end()));
          }
        }
      }
      return new Findings(pattern.pattern(), matches, Extent.ALL);
    } catch (BoundedText.OverException | StackOverflowError e) {
      // Java's matcher goes as deep as an expression has it.
      return new Findings(pattern.pattern(), matches, Extent.SLOW);
    }
  }
}
