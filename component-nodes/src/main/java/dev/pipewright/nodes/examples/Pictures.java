package dev.pipewright.nodes.examples;

import java.io.ByteArrayInputStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javafx.application.Platform;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/// Pictures of cells, decoded on other threads; the last ones are kept. JavaFX thread.
final class Pictures {

  private static final int KEPT = 400;

  private final double height;
  private final Runnable onMade;
  private final Set<Key> making = new HashSet<>();
  private final Map<Key, Image> made = new LinkedHashMap<>(64, 0.75f, true);

  private record Key(int row, String feature) {}

  /// @param height how high they are
  /// @param onMade told when one is there
  Pictures(double height, Runnable onMade) {
    this.height = height;
    this.onMade = onMade;
  }

  /// The picture of a cell; null as long as it is not made. One that cannot be read has an error.
  @Nullable Image get(int row, String feature, byte[] bytes) {
    Key key = new Key(row, feature);
    Image known = made.get(key);
    if (known == null && making.add(key)) {
      Thread.ofVirtual()
          .name("picture")
          .start(
              () -> {
                Image image = new Image(new ByteArrayInputStream(bytes), 0, height, true, true);
                Platform.runLater(() -> keep(key, image));
              });
    }
    return known;
  }

  private void keep(Key key, Image image) {
    making.remove(key);
    made.put(key, image);
    if (made.size() > KEPT) {
      made.remove(made.keySet().iterator().next());
    }
    onMade.run();
  }
}
