package dev.pipewright.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(FxToolkit.class)
class CameraTest {

  private static GraphView view() {
    return Fx.call(
        () -> {
          GraphView view = new GraphView();
          view.resize(800, 600);
          return view;
        });
  }

  @ParameterizedTest
  @CsvSource({"1000, 4", "0.001, 0.1", "1.3, 1.3"})
  void zoomStaysWithinItsLimits(double wanted, double got) {
    GraphView view = view();
    Fx.run(() -> view.zoomTo(wanted));
    assertEquals(got, view.getZoom());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.37, 0.8, 1.7, 4})
  void zoomKeepsThePointUnderTheMouse(double zoom) {
    GraphView view = view();
    Fx.run(
        () -> {
          view.panBy(333, -77);
          view.zoomTo(zoom, 123, 456);
        });
    // The origin is kept on whole pixels of the view.
    assertEquals(333 + 123, view.originXProperty().get() + 123 / zoom, 0.51 / zoom);
    assertEquals(-77 + 456, view.originYProperty().get() + 456 / zoom, 0.51 / zoom);
  }

  @Test
  void theButtonsGoThroughThePresets() {
    GraphView view = view();
    List<Double> up = new ArrayList<>();
    Fx.run(
        () -> {
          view.zoomTo(0.45);
          for (int i = 0; i < 6; i++) {
            view.zoomIn();
            up.add(view.getZoom());
          }
          view.zoomOut();
          up.add(view.getZoom());
        });
    assertEquals(List.of(0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 1.25), up);
  }

  @Test
  void centersOnAPoint() {
    GraphView view = view();
    Fx.run(() -> view.centerOn(1000, 500));
    assertEquals(600, view.originXProperty().get());
    assertEquals(200, view.originYProperty().get());
  }

  @Test
  void panningCountsPixelsOfTheView() {
    GraphView view = view();
    Fx.run(
        () -> {
          view.zoomTo(0.5, 0, 0);
          view.panBy(100, 50);
        });
    assertEquals(200, view.originXProperty().get());
    assertEquals(100, view.originYProperty().get());
  }
}
