package dev.pipewright.nodes;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// What a component looks like that has no binding of its own, or is not installed: a card without
/// a preview.
///
/// @param component its name
/// @param icon its icon, as Ikonli names it
public record PlainBinding(String component, String icon) implements NodeBinding {

  @Override
  public NodeFace face(NodeModel model) {
    return new PlainFace();
  }

  private static final class PlainFace implements NodeFace {
    private final Node preview = new FacePane();
    private final ReadOnlyObjectWrapper<FooterNote> note =
        new ReadOnlyObjectWrapper<>(this, "note", FooterNote.NONE);

    @Override
    public Node preview() {
      return preview;
    }

    @Override
    public ObservableValue<FooterNote> note() {
      return note.getReadOnlyProperty();
    }

    @Override
    public void dispose() {
      // It listens to nothing.
    }
  }
}
