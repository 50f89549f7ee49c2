package dev.pipewright.nodes.examples;

import dev.pipewright.nodes.ArtifactViewer;
import dev.pipewright.nodes.Disposable;
import dev.pipewright.nodes.Focus;
import dev.pipewright.nodes.Focusable;
import dev.pipewright.nodes.ViewerContext;
import dev.pipewright.nodes.viewer.ViewerHead;
import dev.pipewright.pipeline.component.ArtifactType;
import java.nio.file.Path;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

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
    return view(ViewerContext.of(folder));
  }

  @Override
  public boolean shows(Focus focus) {
    return !(focus instanceof Focus.Points);
  }

  @Override
  public Region view(ViewerContext context) {
    return new Place(context);
  }

  private static Focus.Rows rows(Focus focus) {
    return focus instanceof Focus.Rows rows ? rows : RowsWith.ALL;
  }

  /// Where the rows are; a new pane takes the place of one that could not read them.
  static final class Place extends StackPane implements Disposable, Focusable {

    private final ViewerContext context;
    private Focus.Rows request;
    private ExamplesPane pane;

    Place(ViewerContext context) {
      this.context = context;
      this.request = rows(context.focus());
      pane = made();
    }

    private ExamplesPane made() {
      ExamplesPane made = new ExamplesPane(context.folder(), request);
      made.setOnAgain(
          () -> {
            pane.dispose();
            pane = made();
          });
      VBox.setVgrow(made, Priority.ALWAYS);
      getChildren().setAll(context.path().isEmpty() ? made : new VBox(head(made), made));
      return made;
    }

    private ViewerHead head(ExamplesPane made) {
      return new ViewerHead(
          context, Messages.text("examples"), Messages.text("examples.what"), made.save());
    }

    @Override
    public void focus(Focus focus) {
      if (focus instanceof Focus.Rows rows) {
        request = rows;
        pane.ask(rows);
      }
    }

    @Override
    public void dispose() {
      pane.dispose();
    }
  }
}
