package dev.pipewright.nodes.examples;

import dev.pipewright.nodes.ArtifactViewer;
import dev.pipewright.nodes.Disposable;
import dev.pipewright.pipeline.component.ArtifactType;
import java.nio.file.Path;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// Examples: the rows of all splits. The view is a `Disposable`.
public final class ExamplesViewer implements ArtifactViewer {

  /// For `ServiceLoader`.
  public ExamplesViewer() {}

  @Override
  public ArtifactType type() {
    return ArtifactType.EXAMPLES;
  }

  @Override
  public String icon() {
    return "mdi2t-table";
  }

  @Override
  public Region view(Path folder) {
    return view(folder, ExamplesRequest.ALL);
  }

  /// A view of the rows that are asked for; a person can go on from there to others.
  public Region view(Path folder, ExamplesRequest request) {
    return new Place(folder, request);
  }

  /// Where the rows are; a new pane takes the place of one that could not read them.
  static final class Place extends StackPane implements Disposable {

    private final Path folder;
    private final ExamplesRequest request;
    private ExamplesPane pane;

    Place(Path folder, ExamplesRequest request) {
      this.folder = folder;
      this.request = request;
      pane = made();
    }

    private ExamplesPane made() {
      ExamplesPane made = new ExamplesPane(folder, request);
      made.setOnAgain(
          () -> {
            pane.dispose();
            pane = made();
          });
      getChildren().setAll(made);
      return made;
    }

    @Override
    public void dispose() {
      pane.dispose();
    }
  }
}
