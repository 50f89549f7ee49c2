package dev.pipewright.app.start;

import dev.pipewright.app.text.Texts;
import dev.pipewright.nodes.theme.Icons;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Shows, while files are dragged over a region, that they can be dropped there. Lies over it.
public final class DropFrame extends StackPane {

  private static final Texts TEXTS = Texts.of(DropFrame.class);

  private final Label words = new Label(null, Icons.of("mdi2t-tray-arrow-down", "icon-18"));

  /// A frame over a region.
  ///
  /// @param comes told when files come over the region
  /// @param dropped told when they are dropped
  public DropFrame(Region over, Runnable comes, Consumer<List<Path>> dropped) {
    getStyleClass().add("drop-frame");
    setMouseTransparent(true);
    setVisible(false);
    words.getStyleClass().addAll("semibold", "drop-title");
    Label line = new Label(TEXTS.get("drop.line"));
    line.getStyleClass().addAll("caption", "muted");
    line.setWrapText(true);
    VBox card = new VBox(words, line);
    card.getStyleClass().add("drop-card");
    Region veil = new Region();
    veil.getStyleClass().add("drop-veil");
    getChildren().setAll(veil, card);
    over.addEventHandler(DragEvent.DRAG_OVER, event -> over(event, comes));
    over.addEventHandler(DragEvent.DRAG_EXITED, event -> setVisible(false));
    over.addEventHandler(
        DragEvent.DRAG_DROPPED,
        event -> {
          if (event.getDragboard().hasFiles() && !event.isDropCompleted()) {
            setVisible(false);
            event.setDropCompleted(true);
            event.consume();
            dropped.accept(event.getDragboard().getFiles().stream().map(File::toPath).toList());
          }
        });
  }

  private void over(DragEvent event, Runnable comes) {
    if (!event.getDragboard().hasFiles()) {
      return;
    }
    event.acceptTransferModes(TransferMode.COPY);
    event.consume();
    if (!isVisible()) {
      int count = event.getDragboard().getFiles().size();
      words.setText(count == 1 ? TEXTS.get("drop.one") : TEXTS.get("drop.many", count));
      setVisible(true);
      comes.run();
    }
  }
}
