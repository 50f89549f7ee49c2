package dev.pipewright.app.root;

import dev.pipewright.app.text.Texts;
import dev.pipewright.nodes.theme.Icons;
import dev.pipewright.runner.RunHistory.Latest;
import dev.pipewright.runner.root.RootPipeline;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Stands over a root that is only looked at: that it is, which of its runs is shown, and how to
/// work on a copy.
public final class RootBar extends HBox {

  private static final Texts TEXTS = Texts.of(RootBar.class);

  private static final double NARROW = 760;

  private final OpenRoot root;
  private final ComboBox<Latest> runs = new ComboBox<>();
  private final Label words = new Label();
  private final Subscription subscription;

  /// The bar of a root.
  ///
  /// @param copy makes a copy to work on
  public RootBar(OpenRoot root, Runnable copy) {
    this.root = root;
    getStyleClass().addAll("banner", "info", "root-bar");
    Label title = new Label(TEXTS.get("bar.title"));
    title.getStyleClass().add("semibold");
    title.setMinWidth(USE_PREF_SIZE);
    title.setTooltip(new Tooltip(root.root().opened().toString()));
    words.getStyleClass().add("muted");
    words.setMinWidth(0);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    runs.setId("root-runs");
    runs.setAccessibleText(TEXTS.get("bar.runs"));
    runs.setTooltip(new Tooltip(TEXTS.get("bar.runs")));
    runs.setCellFactory(list -> new RunCell());
    runs.setButtonCell(new RunCell());
    runs.setMinWidth(0);
    HBox.setHgrow(runs, Priority.SOMETIMES);
    runs.setVisibleRowCount(12);
    Button again = new Button(null, Icons.of("mdi2r-refresh", "icon-14"));
    again.setId("root-again");
    again.getStyleClass().addAll("flat", "icon-button", "small");
    again.setAccessibleText(TEXTS.get("bar.again"));
    again.setTooltip(new Tooltip(TEXTS.get("bar.again")));
    again.setOnAction(event -> root.readAgain());
    Button editable = new Button(TEXTS.get("bar.copy"));
    editable.setId("root-copy");
    editable.getStyleClass().add("small");
    editable.setMinWidth(USE_PREF_SIZE);
    editable.setOnAction(event -> copy.run());
    HBox said = new HBox(Icons.of("mdi2e-eye-outline", "accent-text"), title, words);
    HBox choices = new HBox(runs, again, editable);
    for (HBox part : List.of(said, choices)) {
      part.getStyleClass().add("root-bar-part");
      part.setMinWidth(0);
    }
    HBox.setHgrow(said, Priority.ALWAYS);
    widthProperty()
        .map(width -> width.doubleValue() < NARROW)
        .subscribe(n -> arrange(said, choices, n));
    subscription =
        Subscription.combine(
            root.content().subscribe(this::show),
            root.run().subscribe(this::shown),
            runs.valueProperty().subscribe((before, now) -> choose(now)));
    setMinWidth(0);
  }

  /// Where there is little room, what it says and what can be done stand one below the other.
  private void arrange(HBox said, HBox choices, boolean isNarrow) {
    if (isNarrow) {
      VBox lines = new VBox(6, said, choices);
      lines.setMinWidth(0);
      HBox.setHgrow(lines, Priority.ALWAYS);
      getChildren().setAll(lines);
    } else {
      getChildren().setAll(said, choices);
    }
    getStyleClass().remove("stacked");
    if (isNarrow) {
      getStyleClass().add("stacked");
    }
  }

  private void show(RootPipeline content) {
    words.setText(
        switch (content.basis()) {
          case METADATA ->
              content.missing().isEmpty()
                  ? TEXTS.get("bar.metadata", content.document().nodes().size())
                  : TEXTS.get("bar.missing", content.missing().size());
          case FOLDERS -> TEXTS.get("bar.folders");
        });
    words.setTooltip(new Tooltip(words.getText()));
    runs.getItems().setAll(content.runs());
    runs.setValue(root.run().get());
  }

  private void shown(@Nullable Latest run) {
    if (run != null && runs.getItems().contains(run)) {
      runs.setValue(run);
    }
  }

  private void choose(@Nullable Latest run) {
    if (run != null) {
      root.run().set(run);
    }
  }

  /// Lets go of the root.
  public void dispose() {
    subscription.unsubscribe();
  }

  private static final class RunCell extends ListCell<Latest> {
    @Override
    protected void updateItem(@Nullable Latest run, boolean empty) {
      super.updateItem(run, empty);
      setText(empty || run == null ? null : RunWords.line(run));
    }
  }
}
