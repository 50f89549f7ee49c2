package dev.pipewright.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.canvas.Markdown.Code;
import dev.pipewright.canvas.Markdown.Heading;
import dev.pipewright.canvas.Markdown.Item;
import dev.pipewright.canvas.Markdown.Paragraph;
import dev.pipewright.canvas.Markdown.Span;
import dev.pipewright.canvas.Markdown.Style;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MarkdownTest {

  private static Span plain(String text) {
    return new Span(text, List.of(), "");
  }

  private static Span styled(String text, Style... styles) {
    return new Span(text, List.of(styles), "");
  }

  @Test
  void blocksAreHeadingsParagraphsItemsAndCode() {
    assertEquals(
        List.of(
            new Heading(2, List.of(plain("Plan"))),
            new Paragraph(List.of(plain("One line and its rest."))),
            new Paragraph(List.of(plain("Another."))),
            new Item(0, "•", List.of(plain("a"))),
            new Item(1, "1.", List.of(plain("b"))),
            new Code("x = **1**\n\ny")),
        Markdown.parse(
            """
            ## Plan
            One line
            and its rest.

            Another.
            - a
              1. b
            ```python
            x = **1**

            y
            ```
            """));
  }

  @Test
  void spansAreBoldItalicCodeAndLinks() {
    assertEquals(
        List.of(
            plain("a "),
            styled("b", Style.BOLD),
            plain(" "),
            styled("c", Style.ITALIC),
            plain(" "),
            styled("d*e*", Style.CODE),
            plain(" "),
            new Span("f", List.of(), "https://g.org/h"),
            plain(" "),
            new Span("https://i.org", List.of(), "https://i.org")),
        Markdown.spans("a **b** *c* `d*e*` [f](https://g.org/h) https://i.org"));
  }

  @Test
  void italicMayStandWithinBold() {
    assertEquals(
        List.of(styled("a ", Style.BOLD), styled("b", Style.BOLD, Style.ITALIC)),
        Markdown.spans("**a _b_**"));
  }

  @Test
  void whatIsNoMarkStandsAsItIs() {
    assertEquals(List.of(plain("2 * 3 * 4")), Markdown.spans("2 * 3 * 4"));
    assertEquals(List.of(plain("trip_start_hour")), Markdown.spans("trip_start_hour"));
    assertEquals(List.of(plain("**open")), Markdown.spans("**open"));
    assertEquals(List.of(plain("[a](b c)")), Markdown.spans("[a](b c)"));
    assertEquals(List.of(), Markdown.parse("  \n\n"));
    assertEquals(List.of(new Paragraph(List.of(plain("#nospace")))), Markdown.parse("#nospace"));
  }

  @Test
  void noLettersAreLostFromALine() {
    Random random = new Random(3);
    String marks = "ab *_`[]()#-1.~\\";
    for (int round = 0; round < 3000; round++) {
      StringBuilder line = new StringBuilder();
      for (int i = random.nextInt(30); i > 0; i--) {
        line.append(marks.charAt(random.nextInt(marks.length())));
      }
      String shown =
          Markdown.spans(line.toString()).stream()
              .map(span -> span.text() + span.address())
              .collect(Collectors.joining());
      assertEquals(letters(line.toString()), letters(shown), line::toString);
      Markdown.parse(line.toString());
    }
    assertTrue(Markdown.parse("```").getFirst() instanceof Code);
  }

  private static String letters(String text) {
    return text.replaceAll("[^ab1]", "");
  }

  @Test
  void anItemGoesOnWithTheNextLine() {
    assertEquals(
        List.of(
            new Item(0, "•", List.of(plain("one and its rest"))),
            new Item(0, "•", List.of(plain("two"))),
            new Paragraph(List.of(plain("After.")))),
        Markdown.parse("- one\n  and its rest\n- two\n\nAfter."));
  }

  @Test
  void tablesHaveRowsOfCells() {
    Markdown.Table table =
        new Markdown.Table(
            List.of(
                List.of(List.of(plain("a")), List.of(plain("b|c"))),
                List.of(List.of(styled("x", Style.CODE)), List.of())));
    assertEquals(
        List.of(table, new Paragraph(List.of(plain("End.")))),
        Markdown.parse("| a | b\\|c |\n| --- | :-: |\n| `x` | |\nEnd."));
    assertEquals(
        List.of(new Paragraph(List.of(plain("| no | table |")))), Markdown.parse("| no | table |"));
  }
}
