package dev.pipewright.canvas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The part of Markdown that notes are written in: headings, paragraphs, lists (two spaces indent),
/// tables, fenced code; within a line bold, italic, code and links. Anything else stands as it is
/// written.
final class Markdown {

  private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s+(.*?)\\s*#*");
  private static final Pattern ITEM = Pattern.compile("(\\s*)([-*+]|\\d{1,9}[.)])\\s+(.*)");
  private static final Pattern FENCE = Pattern.compile("\\s*```.*");
  private static final Pattern ROW = Pattern.compile("\\s*\\|.*\\|\\s*");
  private static final Pattern RULE = Pattern.compile("\\s*\\|[\\s:|-]*-[\\s:|-]*\\|\\s*");
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

  /// Rows of cells; the first says what the columns are, unless all its cells are empty.
  record Table(List<List<List<Span>>> rows) implements Block {}

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
    Parser parser = new Parser();
    text.lines().forEach(parser::line);
    parser.end();
    return parser.blocks;
  }

  /// Takes a text line by line; what may go on with the next line is open until it does not.
  private static final class Parser {
    private final List<Block> blocks = new ArrayList<>();
    private final List<String> paragraph = new ArrayList<>();
    private final List<String> rows = new ArrayList<>();
    private final StringBuilder item = new StringBuilder();
    private @Nullable Matcher open;
    private @Nullable List<String> code;

    void line(String line) {
      boolean isFence = FENCE.matcher(line).matches();
      if (code != null && !isFence) {
        code.add(line);
      } else if (isFence) {
        fence();
      } else {
        text(line);
      }
    }

    private void fence() {
      close();
      if (code != null) {
        blocks.add(new Code(String.join("\n", code)));
      }
      code = code == null ? new ArrayList<>() : null;
    }

    private void text(String line) {
      Matcher heading = HEADING.matcher(line);
      Matcher start = ITEM.matcher(line);
      if (ROW.matcher(line).matches()) {
        closeText();
        rows.add(line.strip());
      } else if (line.isBlank()) {
        close();
      } else if (heading.matches()) {
        close();
        blocks.add(new Heading(heading.group(1).length(), spans(heading.group(2))));
      } else if (start.matches()) {
        close();
        open = start;
        item.append(start.group(3));
      } else {
        more(line.strip());
      }
    }

    /// A line goes on with the item or the paragraph that is open.
    private void more(String line) {
      closeRows();
      if (open != null) {
        item.append(' ').append(line);
      } else {
        paragraph.add(line);
      }
    }

    private void close() {
      closeText();
      closeRows();
    }

    private void closeText() {
      if (!paragraph.isEmpty()) {
        blocks.add(new Paragraph(spans(String.join(" ", paragraph))));
        paragraph.clear();
      }
      if (open != null) {
        String marker = open.group(2).length() == 1 ? "•" : open.group(2);
        blocks.add(new Item(open.group(1).length() / 2, marker, spans(item.toString())));
        open = null;
        item.setLength(0);
      }
    }

    private void closeRows() {
      boolean isTable = rows.size() > 1 && RULE.matcher(rows.get(1)).matches();
      if (isTable) {
        rows.remove(1);
        blocks.add(new Table(rows.stream().map(Markdown::cells).toList()));
      } else if (!rows.isEmpty()) {
        blocks.add(new Paragraph(spans(String.join(" ", rows))));
      }
      rows.clear();
    }

    void end() {
      close();
      if (code != null) {
        blocks.add(new Code(String.join("\n", code)));
      }
    }
  }

  private static List<List<Span>> cells(String row) {
    String inner = row.substring(1, row.length() - 1);
    return Arrays.stream(inner.split("(?<!\\\\)\\|", -1))
        .map(cell -> spans(cell.strip().replace("\\|", "|")))
        .toList();
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
