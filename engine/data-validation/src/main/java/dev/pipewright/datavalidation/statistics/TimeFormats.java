package dev.pipewright.datavalidation.statistics;

import dev.pipewright.data.ByteStrings;
import dev.pipewright.protos.tfmd.CustomStatistic;
import dev.pipewright.protos.tfmd.TimeDomain.IntegerTimeFormat;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How many values look like times, and written how: TFDV's `time_stats_generator`, with its
/// formats.
final class TimeFormats {

  private static final double LEAST_SHARE = 0.8;
  private static final int LEAST_VALUES = 100;

  private static final Map<String, String> DIRECTIVES =
      Map.ofEntries(
          Map.entry("%a", "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"),
          Map.entry("%b", "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"),
          Map.entry(
              "%B",
              "(?:January|February|March|April|May|June|July|August|September|October|November"
                  + "|December)"),
          Map.entry("%f", "(?:[0-9]{1,6})"),
          Map.entry("%d", "(?:3[0-1]|[1-2]\\d|0[1-9]|[1-9]| [1-9])"),
          Map.entry("%H", "(?:2[0-3]|[0-1]\\d|\\d)"),
          Map.entry("%y", "(?:\\d\\d)"),
          Map.entry("%Y", "(?:\\d\\d\\d\\d)"),
          Map.entry("%m", "(?:1[0-2]|0[1-9]|[1-9])"),
          Map.entry("%M", "(?:[0-5]\\d|\\d)"),
          Map.entry("%S", "(?:60[0-1]|[0-5]\\d|\\d)"));

  private static final List<String> DATES =
      List.of(
          "%Y-%m-%d",
          "%Y/%m/%d",
          "%Y%m%d",
          "%y-%m-%d",
          "%y/%m/%d",
          "%m-%d-%Y",
          "%m/%d/%Y",
          "%m%d%Y",
          "%m-%d-%y",
          "%m/%d/%y",
          "%d-%m-%Y",
          "%d/%m/%Y",
          "%d%m%Y",
          "%d-%B-%Y",
          "%d-%m-%y",
          "%d/%m/%y",
          "%d-%B-%y");
  private static final List<String> TIMES = List.of("%H:%M", "%H:%M:%S", "%H:%M:%S.%f");

  private static final Map<String, Pattern> FORMATS = new LinkedHashMap<>();
  private static final List<UnixTime> UNIX_TIMES =
      List.of(
          new UnixTime(IntegerTimeFormat.UNIX_DAYS, 7305, 21915),
          new UnixTime(IntegerTimeFormat.UNIX_SECONDS, 631152000, 1893456000),
          new UnixTime(IntegerTimeFormat.UNIX_MILLISECONDS, 631152000000L, 1893456000000L),
          new UnixTime(IntegerTimeFormat.UNIX_MICROSECONDS, 631152000000000L, 1893456000000000L),
          new UnixTime(
              IntegerTimeFormat.UNIX_NANOSECONDS, 631152000000000000L, 1893456000000000000L));

  static {
    Consumer<String> add = format -> FORMATS.put(format, pattern(format));
    DATES.forEach(add);
    TIMES.forEach(add);
    add.accept("%a %b %d %H:%M:%S %Y");
    for (String date : DATES) {
      for (String time : TIMES) {
        add.accept(date + "T" + time);
        add.accept(date + " " + time);
      }
    }
  }

  /// Times from 1990 to before 2030, as numbers of a unit.
  private record UnixTime(IntegerTimeFormat format, long begin, long end) {}

  // In the order in which formats were first met, which decides between equally frequent ones.
  private final Map<String, Long> counts = new LinkedHashMap<>();
  private long considered;
  private boolean isNone;

  // As in TFDV, a point stands for any character.
  private static Pattern pattern(String format) {
    String regex =
        Pattern.compile("%[a-zA-Z]")
            .matcher(format)
            .replaceAll(m -> DIRECTIVES.getOrDefault(m.group(), "").replace("\\", "\\\\"));
    return Pattern.compile(regex + "\\n?");
  }

  void add(long value) {
    considered++;
    for (UnixTime time : UNIX_TIMES) {
      if (value >= time.begin && value < time.end) {
        count("time_domain {integer_format: " + time.format.getNumber() + "}", 1);
      }
    }
  }

  /// Adds strings; one that is empty or not UTF-8 shows that they are no times.
  void add(int[] codes, ByteStrings strings, int from, int to) {
    Map<Integer, List<String>> matches = new LinkedHashMap<>();
    for (int i = from; i < to && !isNone; i++) {
      String text = text(strings, codes[i]);
      isNone = text == null || text.isEmpty();
      if (text != null) {
        matches.computeIfAbsent(codes[i], _ -> matches(text)).forEach(format -> count(format, 1));
      }
    }
    considered += to - from;
  }

  private static List<String> matches(String text) {
    List<String> matches = new ArrayList<>();
    FORMATS.forEach(
        (format, pattern) -> {
          if (pattern.matcher(text).matches()) {
            matches.add("time_domain {string_format: '" + format + "'}");
          }
        });
    return matches;
  }

  private static @Nullable String text(ByteStrings strings, int index) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(strings.data(), strings.start(index), strings.length(index)))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private void count(String domain, long count) {
    counts.merge(domain, count, Long::sum);
  }

  void addAll(TimeFormats other) {
    other.counts.forEach(this::count);
    considered += other.considered;
    isNone |= other.isNone;
  }

  List<CustomStatistic> result() {
    String best = "";
    for (String domain : counts.keySet()) {
      if (best.isEmpty() || counts.getOrDefault(domain, 0L) > counts.getOrDefault(best, 0L)) {
        best = domain;
      }
    }
    double share = counts.getOrDefault(best, 0L) / (double) considered;
    return isNone || considered < LEAST_VALUES || best.isEmpty() || share < LEAST_SHARE
        ? List.of()
        : List.of(
            SemanticStatistics.domain(best),
            CustomStatistic.newBuilder().setName("time_match_ratio").setNum(share).build());
  }
}
