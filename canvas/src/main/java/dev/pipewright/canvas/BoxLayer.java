package dev.pipewright.canvas;

import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The frames or the notes in sight.
final class BoxLayer<I extends BoxItem> extends SightLayer<I, Box> {

  private final Supplier<Set<String>> selection;
  private final DoubleSupplier zoom;

  /// @param selection the keys of those selected
  BoxLayer(Supplier<Set<String>> selection, DoubleSupplier zoom) {
    this.selection = selection;
    this.zoom = zoom;
  }

  @Override
  @Nullable Box nodeOf(I item) {
    return item.box();
  }

  @Override
  @SuppressWarnings("unchecked")
  I itemOf(Box box) {
    return (I) box.item();
  }

  @Override
  Box make(I item) {
    Box box = item.make();
    item.box(box);
    return box;
  }

  @Override
  void refresh(Box box) {
    box.place();
    box.zoomed(zoom.getAsDouble());
    box.setViewOrder(-box.item().order());
    box.selected(selection.get().contains(box.item().key()));
  }

  /// Lets go of one's box.
  void dispose(BoxItem item) {
    Box box = item.box();
    if (box != null) {
      remove(box);
      item.box(null);
    }
  }
}
