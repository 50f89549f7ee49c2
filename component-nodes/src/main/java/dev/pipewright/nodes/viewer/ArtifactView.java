package dev.pipewright.nodes.viewer;

import dev.pipewright.nodes.Reading;
import dev.pipewright.nodes.theme.Icons;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// A place for an artifact: that it is being read, why it could not be, or what it holds.
///
/// @param <T> what is read
final class ArtifactView<T> extends StackPane {

  /// The looks of viewers.
  static final URL SHEET = Objects.requireNonNull(ArtifactView.class.getResource("viewer.css"));

  /// What takes less time needs no spinner.
  private static final Duration PATIENCE = Duration.millis(200);

  private static final String ARTIFACT = "artifact";

  private final Reading<T> reading;
  private final Function<T, Region> content;
  private final Path folder;
  private final PauseTransition patience = new PauseTransition(PATIENCE);

  /// Reads an artifact; runs off the JavaFX thread.
  interface Reader<T> {
    T read(Path folder) throws IOException, InterruptedException;
  }

  ArtifactView(Path folder, Reader<T> reader, Function<T, Region> content) {
    this.folder = folder;
    this.content = content;
    reading = new Reading<>(folders -> reader.read(Objects.requireNonNull(folders.get(ARTIFACT))));
    getStyleClass().add("artifact-view");
    getStylesheets().add(SHEET.toExternalForm());
    patience.setOnFinished(event -> getChildren().setAll(busy()));
    reading.state().subscribe(this::show);
    reading.read(Map.of(ARTIFACT, folder));
  }

  /// Whether nothing is under way any more.
  boolean isDone() {
    return reading.state().get() instanceof Reading.Done<T>
        || reading.state().get() instanceof Reading.Failed<T>;
  }

  /// Ends what is under way: nobody looks any more.
  void giveUp() {
    patience.stop();
    reading.close();
  }

  private void show(Reading.State<T> state) {
    patience.stop();
    switch (state) {
      case Reading.Nothing<T> n -> getChildren().clear();
      case Reading.Busy<T> b -> patience.playFromStart();
      case Reading.Done<T>(T value) -> getChildren().setAll(content.apply(value));
      case Reading.Failed<T>(String what, String fix) -> getChildren().setAll(failed(what, fix));
    }
  }

  private static Node busy() {
    ProgressIndicator spinner = new ProgressIndicator();
    spinner.setMaxSize(32, 32);
    VBox box = new VBox(spinner, line(Messages.text("reading")));
    box.getStyleClass().add("empty-state");
    return box;
  }

  private Node failed(String what, String fix) {
    Button again = new Button(Messages.text("again"), Icons.of("mdi2r-refresh"));
    again.setOnAction(
        event -> {
          reading.read(Map.of());
          reading.read(Map.of(ARTIFACT, folder));
        });
    VBox box = empty("mdi2a-alert-circle-outline", what, fix, "danger-text");
    box.getChildren().addAll(line(folder.toString()), again);
    return box;
  }

  /// What stands where there is nothing to show: icon, title, one line.
  static VBox empty(String icon, String title, String line, String... iconStyle) {
    Label heading = new Label(title);
    heading.getStyleClass().add("empty-title");
    heading.setWrapText(true);
    VBox box = new VBox(Icons.of(icon, iconStyle), heading, line(line));
    box.getStyleClass().add("empty-state");
    return box;
  }

  private static Label line(String text) {
    Label line = new Label(text);
    line.getStyleClass().add("empty-line");
    line.setWrapText(true);
    line.setAlignment(Pos.CENTER);
    line.setMaxWidth(560);
    return line;
  }
}
