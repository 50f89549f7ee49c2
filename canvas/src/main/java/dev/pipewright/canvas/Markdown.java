package dev.pipewright.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The part of Markdown that notes are written in: headings, paragraphs, lists (two spaces indent),
/// fenced code; within a line bold, italic, code and links. Anything else stands as it is written.
final class Markdown {

  private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s+(.*?)\\s*#*");
  private static final Pattern ITEM = Pattern.compile("(\\s*)([-*+]|\\d{1,9}[.)])\\s+(.*)");
  private static final Pattern FENCE = Pattern.compile("\\s*```.*");
  private static final Pattern SPAN =
      Pattern.compile(
          "`(?<code>[^`]+)`"
              + "|\\[(?<label>[^\\]]+)]\\((?<address>[^)\\s]+)\\)"
              + "|(?<bare>https?://[^\\s)\\]>]+)"
              + "|\\*\\*(?<bold>\\S(?:.*?\\S)?)\\*\\*"
              + "|__(?<bold2>\\S(?:.*?\\S)?)__"
              + "|\\*(?<italic>[^\\s*](?:[^*]*[^\\s*])?)\\*"
              + "|(?<!\\w)_(?<italic2>[^\\s_](?:[^_]*[^\\s_])?)_(?!\\w)");

  /// A part of a text.
  sealed interface Block {}

  /// @param level from 1, the largest, to 6
  record Heading(int level, List<Span> spans) implements Block {}

  /// Lines that are one.
  record Paragraph(List<Span> spans) implements Block {}

  /// @param depth how far it is indented, from 0
  /// @param marker what stands before it
  record Item(int depth, String marker, List<Span> spans) implements Block {}

  /// Lines that stand as they are.
  record Code(String text) implements Block {}

  /// How a stretch of a line looks.
  enum Style {
    BOLD,
    ITALIC,
    CODE
  }

  /// A stretch of a line.
  ///
  /// @param address where it leads; empty for nowhere
  record Span(String text, List<Style> styles, String address) {}

  private Markdown() {}

  static List<Block> parse(String text) {
    List<Block> blocks = new ArrayList<>();
    List<String> paragraph = new ArrayList<>();
    List<String> code = null;
    for (String line : text.lines().toList()) {
      boolean fence = FENCE.matcher(line).matches();
      if (code != null && !fence) {
        code.add(line);
      } else if (fence) {
        end(paragraph, blocks);
        if (code != null) {
          blocks.add(new Code(String.join("\n", code)));
        }
        code = code == null ? new ArrayList<>() : null;
      } else {
        line(line, paragraph, blocks);
      }
    }
    end(paragraph, blocks);
    if (code != null) {
      blocks.add(new Code(String.join("\n", code)));
    }
    return blocks;
  }

  private static void line(String line, List<String> paragraph, List<Block> blocks) {
    Matcher heading = HEADING.matcher(line);
    Matcher item = ITEM.matcher(line);
    if (line.isBlank()) {
      end(paragraph, blocks);
    } else if (heading.matches()) {
      end(paragraph, blocks);
      blocks.add(new Heading(heading.group(1).length(), spans(heading.group(2))));
    } else if (item.matches()) {
      end(paragraph, blocks);
      String marker = item.group(2).length() == 1 ? "•" : item.group(2);
      blocks.add(new Item(item.group(1).length() / 2, marker, spans(item.group(3))));
    } else {
      paragraph.add(line.strip());
    }
  }

  private static void end(List<String> paragraph, List<Block> blocks) {
    if (!paragraph.isEmpty()) {
      blocks.add(new Paragraph(spans(String.join(" ", paragraph))));
      paragraph.clear();
    }
  }

  static List<Span> spans(String line) {
    List<Span> spans = new ArrayList<>();
    spans(line, List.of(), spans);
    return spans;
  }

  private static void spans(String line, List<Style> styles, List<Span> into) {
    Matcher matcher = SPAN.matcher(line);
    int at = 0;
    while (matcher.find()) {
      add(line.substring(at, matcher.start()), styles, "", into);
      at = matcher.end();
      span(matcher, styles, into);
    }
    add(line.substring(at), styles, "", into);
  }

  private static void span(Matcher matcher, List<Style> styles, List<Span> into) {
    if (matcher.group("code") != null) {
      add(matcher.group("code"), with(styles, Style.CODE), "", into);
    } else if (matcher.group("label") != null) {
      add(matcher.group("label"), styles, matcher.group("address"), into);
    } else if (matcher.group("bare") != null) {
      add(matcher.group("bare"), styles, matcher.group("bare"), into);
    } else {
      String bold = either(matcher.group("bold"), matcher.group("bold2"));
      String italic = either(matcher.group("italic"), matcher.group("italic2"));
      spans(
          bold.isEmpty() ? italic : bold,
          with(styles, bold.isEmpty() ? Style.ITALIC : Style.BOLD),
          into);
    }
  }

  @SuppressWarnings("NullAway") // A group that took no part is null, also where one is passed on.
  private static String either(String one, String other) {
    return one != null ? one : other != null ? other : "";
  }

  private static List<Style> with(List<Style> styles, Style more) {
    if (styles.contains(more)) {
      return styles;
    }
    List<Style> all = new ArrayList<>(styles);
    all.add(more);
    return List.copyOf(all);
  }

  private static void add(String text, List<Style> styles, String address, List<Span> into) {
    if (!text.isEmpty()) {
      into.add(new Span(text, styles, address));
    }
  }
}
