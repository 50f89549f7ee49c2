package dev.pipewright.app.versions;

import dev.pipewright.app.text.Texts;
import dev.pipewright.nodes.theme.Icons;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A version in the list: when it was, why it was kept, and what it has otherwise than the one
/// before it.
final class VersionCell extends ListCell<VersionKeeper.Entry> {

  private static final Texts TEXTS = Texts.of(VersionCell.class);
  private static final DateTimeFormatter TIME = format("HH:mm:ss");
  private static final DateTimeFormatter DAY = format("EEE d MMM, HH:mm");
  private static final DateTimeFormatter YEAR = format("d MMM yyyy, HH:mm");

  VersionCell() {
    setPrefWidth(0);
    getStyleClass().add("version-cell");
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneId.systemDefault());
  }

  /// When that was, as precisely as it matters: `14:35:02`, `Mon 3 Nov, 09:12`.
  static String time(Instant time, Instant now) {
    LocalDate day = LocalDate.ofInstant(time, ZoneId.systemDefault());
    LocalDate today = LocalDate.ofInstant(now, ZoneId.systemDefault());
    if (day.equals(today)) {
      return TIME.format(time);
    }
    return (day.getYear() == today.getYear() ? DAY : YEAR).format(time);
  }

  @Override
  protected void updateItem(VersionKeeper.@Nullable Entry entry, boolean isEmpty) {
    super.updateItem(entry, isEmpty);
    VersionKeeper.Entry shown = isEmpty ? null : entry;
    setGraphic(shown == null ? null : row(shown));
    setAccessibleText(shown == null ? null : title(shown.version()) + ". " + shown.words());
  }

  static String title(Version version) {
    return TEXTS.get("kind." + version.kind(), time(version.time(), Instant.now()));
  }

  private static Node row(VersionKeeper.Entry entry) {
    Version version = entry.version();
    boolean isSaved = version.kind() == Version.Kind.SAVED;
    String icon = isSaved ? "mdi2c-content-save-outline" : "mdi2c-clock-outline";
    Label time = new Label(time(version.time(), Instant.now()));
    time.getStyleClass().add("medium");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Label kind = new Label(TEXTS.get("chip." + version.kind()));
    kind.getStyleClass().addAll("caption", "muted");
    HBox first = new HBox(time, space, kind);
    first.getStyleClass().add("version-line");
    Label words = new Label(entry.words());
    words.getStyleClass().addAll("caption", "muted");
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    VBox text = new VBox(first, words);
    text.setMinWidth(0);
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox row = new HBox(Icons.of(icon, isSaved ? "accent-text" : "muted"), text);
    row.getStyleClass().add("version-row");
    return row;
  }
}
