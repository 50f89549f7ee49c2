package dev.pipewright.nodes.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import javafx.scene.Group;
import org.jspecify.annotations.Nullable;

/// The lines of a field that are drawn. A row stays as long as its line does not change.
final class CodeRows extends Group {

  /// Longer lines are drawn in one colour: thousands of texts in a row are slow, and not read.
  private static final int LONGEST = 5_000;

  private final CodeField field;
  private final Map<Integer, CodeRow> rows = new TreeMap<>();

  /// What is open at the start of each line, as far as it is known, of these lines.
  private final List<Lexed.Open> opens = new ArrayList<>();

  private @Nullable LineStarts cutLines;

  CodeRows(CodeField field) {
    this.field = field;
  }

  /// The row of a line; null while it is not drawn.
  @Nullable CodeRow drawn(int line) {
    return rows.get(line);
  }

  /// Goes over the rows that are drawn, from above.
  void forEach(BiConsumer<Integer, CodeRow> action) {
    rows.forEach(action);
  }

  /// Lets go of rows before and after these lines.
  void keep(int first, int last) {
    rows.entrySet()
        .removeIf(
            entry -> {
              boolean isAway = entry.getKey() < first || entry.getKey() > last;
              return isAway && getChildren().remove(entry.getValue());
            });
  }

  /// Lets go of all rows. What was drawn last keeps texts, which are not to keep the field.
  void letGo() {
    rows.values().forEach(CodeRow::letGo);
    rows.clear();
    getChildren().clear();
  }

  /// The row of a line as it now is.
  CodeRow row(int line) {
    String text = field.lines().line(line);
    List<Token> tokens = text.length() > LONGEST ? List.of() : lexed(line, text).tokens();
    CodeRow drawn = rows.get(line);
    if (drawn == null || !drawn.draws(text, tokens, field.getFont())) {
      getChildren().remove(drawn);
      drawn = new CodeRow(text, tokens, field.getFont());
      rows.put(line, drawn);
      getChildren().add(drawn);
      if (drawn.getScene() != null) {
        drawn.applyCss();
      }
    }
    return drawn;
  }

  private Lexed lexed(int line, String text) {
    if (!field.language().hasLongTokens()) {
      return field.language().lex(text, Lexed.Open.NOTHING);
    }
    if (cutLines != field.lines()) {
      cutLines = field.lines();
      opens.clear();
      opens.add(Lexed.Open.NOTHING);
    }
    for (int before = opens.size() - 1; before < line; before++) {
      opens.add(field.language().lex(field.lines().line(before), opens.getLast()).open());
    }
    return field.language().lex(text, opens.get(line));
  }
}
