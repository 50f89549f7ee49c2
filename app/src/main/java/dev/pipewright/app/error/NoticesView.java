package dev.pipewright.app.error;

import dev.pipewright.app.text.Texts;
import dev.pipewright.nodes.theme.Icons;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Cards with what went wrong, in a corner over everything else, until they are closed.
public final class NoticesView extends VBox {

  private static final Texts TEXTS = Texts.of(NoticesView.class);

  /// As many as a small window has room for.
  private static final int SHOWN = 3;

  private final ErrorReporter reporter;
  private final InvalidationListener onNotices = notices -> update();

  /// Shows what this reporter keeps.
  public NoticesView(ErrorReporter reporter) {
    this.reporter = reporter;
    getStyleClass().add("notices");
    setPickOnBounds(false);
    setFillWidth(false);
    setMinHeight(0);
    reporter.notices().addListener(onNotices);
    update();
  }

  /// Lets go of the reporter.
  public void dispose() {
    reporter.notices().removeListener(onNotices);
  }

  private void update() {
    List<Notice> all = reporter.notices();
    int earlier = Math.max(0, all.size() - SHOWN);
    getChildren().setAll(all.stream().skip(earlier).map(this::card).toList());
    if (all.size() > 1) {
      getChildren().addFirst(rest(earlier));
    }
  }

  /// How many more there are, and how to be rid of all.
  private Node rest(int earlier) {
    Label more = text(earlier == 0 ? "" : TEXTS.get("earlier", earlier), "caption", "muted");
    HBox.setHgrow(more, Priority.ALWAYS);
    Button close = new Button(TEXTS.get("close.all"));
    close.getStyleClass().add("small");
    close.setMinWidth(USE_PREF_SIZE);
    close.setOnAction(event -> List.copyOf(reporter.notices()).forEach(reporter::close));
    HBox line = new HBox(more, close);
    line.getStyleClass().addAll("notice", "notice-rest");
    return line;
  }

  private Node card(Notice notice) {
    String severity = notice.isError() ? "danger-text" : "accent-text";
    Node icon =
        Icons.of(notice.isError() ? "mdi2a-alert-circle" : "mdi2i-information-outline", severity);
    Label what = text(notice.what(), "semibold");
    HBox.setHgrow(what, Priority.ALWAYS);
    Button close = new Button(null, Icons.of("mdi2c-close"));
    close.getStyleClass().addAll("flat", "small", "icon-button");
    close.setAccessibleText(TEXTS.get("close"));
    close.setOnAction(event -> reporter.close(notice));
    HBox head = new HBox(icon, what, close);
    head.getStyleClass().add("notice-head");
    VBox card = new VBox(head);
    card.getStyleClass().add("notice");
    if (!notice.where().isEmpty()) {
      card.getChildren().add(text(notice.where(), "mono", "muted"));
    }
    if (!notice.fix().isEmpty()) {
      card.getChildren().add(text(notice.fix(), "caption"));
    }
    if (!notice.details().isEmpty()) {
      card.getChildren().add(copy(notice));
    }
    return card;
  }

  private static Label text(String words, String... styleClasses) {
    Label label = new Label(words);
    label.setWrapText(true);
    label.setMaxWidth(Double.MAX_VALUE);
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().addAll(styleClasses);
    return label;
  }

  private static HBox copy(Notice notice) {
    Button copy = new Button(TEXTS.get("copy"), Icons.of("mdi2c-content-copy"));
    copy.getStyleClass().add("small");
    copy.setOnAction(
        event -> {
          ClipboardContent content = new ClipboardContent();
          content.putString(notice.what() + "\n" + notice.where() + "\n" + notice.details());
          Clipboard.getSystemClipboard().setContent(content);
          copy.setText(TEXTS.get("copied"));
        });
    HBox row = new HBox(copy);
    row.getStyleClass().add("notice-actions");
    return row;
  }
}
