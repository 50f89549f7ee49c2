package dev.pipewright.app.compare;

import dev.pipewright.app.text.Texts;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Both values of the chosen row in full.
final class CompareDetail extends VBox {

  private static final Texts TEXTS = Texts.of(CompareDetail.class);

  private final Label title = new Label();
  private final TextArea before = area("detail.before");
  private final TextArea after = area("detail.after");

  CompareDetail() {
    getStyleClass().add("compare-detail");
    title.getStyleClass().add("semibold");
    getChildren().setAll(title, head("detail.before"), before, head("detail.after"), after);
    managedProperty().bind(visibleProperty());
    show(null);
  }

  private static TextArea area(String key) {
    TextArea area = new TextArea();
    area.setEditable(false);
    area.setWrapText(true);
    area.setPrefRowCount(4);
    area.setMinHeight(44);
    area.getStyleClass().addAll("mono", key.replace('.', '-'));
    area.setAccessibleText(TEXTS.get(key));
    VBox.setVgrow(area, Priority.ALWAYS);
    return area;
  }

  private static Label head(String key) {
    Label label = new Label(TEXTS.get(key));
    label.getStyleClass().addAll("caption", "muted");
    return label;
  }

  /// Shows the values of a row; nothing where it has none.
  void show(@Nullable ChangeRow row) {
    switch (row) {
      case ChangeRow.Value value -> show(value.name(), value.before(), value.after(), "unset");
      case ChangeRow.Drawn drawn -> show(drawn.title(), drawn.before(), drawn.after(), "absent");
      case null, default -> setVisible(false);
    }
  }

  private void show(String name, @Nullable String was, @Nullable String now, String none) {
    setVisible(true);
    title.setText(name);
    before.setText(was == null ? TEXTS.get(none) : was);
    after.setText(now == null ? TEXTS.get(none) : now);
  }
}
