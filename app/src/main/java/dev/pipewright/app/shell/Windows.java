package dev.pipewright.app.shell;

import dev.pipewright.app.desk.Desk;
import dev.pipewright.app.settings.Settings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.geometry.Point2D;

/// The windows beside the first one: made for desks that come, closed for those that go. JavaFX
/// thread only.
final class Windows {

  private static final double WIDTH = 1000;
  private static final double HEIGHT = 700;
  private static final Settings.Window USUAL = new Settings.Window(120, 120, WIDTH, HEIGHT, false);

  private final List<DetachedWindow> open = new ArrayList<>();
  private BiFunction<Desk<Tab>, Settings.Window, Optional<DetachedWindow>> maker =
      (desk, bounds) -> Optional.empty();
  private Runnable listener = () -> {};
  private final Deque<Settings.Window> places = new ArrayDeque<>();

  /// @param how makes a window for a desk
  void setMaker(BiFunction<Desk<Tab>, Settings.Window, Optional<DetachedWindow>> how) {
    maker = how;
  }

  /// Told when a window stands elsewhere, or its groups have other sizes.
  void setOnChanged(Runnable told) {
    listener = told;
  }

  void changed() {
    listener.run();
  }

  /// The next window has the title of its tab there.
  void placeNext(Point2D where) {
    placeNext(new Settings.Window(where.getX() - 80, where.getY() - 94, WIDTH, HEIGHT, false));
  }

  /// The next window without a place comes there.
  void placeNext(Settings.Window bounds) {
    places.add(bounds);
  }

  /// The desks beside the first are these.
  void follow(List<Desk<Tab>> desks) {
    for (DetachedWindow window : List.copyOf(open)) {
      if (!desks.contains(window.desk())) {
        open.remove(window);
        window.close();
      }
    }
    for (Desk<Tab> desk : desks) {
      if (open.stream().noneMatch(window -> window.desk() == desk)) {
        show(desk);
      }
    }
  }

  private void show(Desk<Tab> desk) {
    Settings.Window bounds = places.poll();
    maker
        .apply(desk, bounds == null ? USUAL : bounds)
        .ifPresent(
            window -> {
              open.add(window);
              window.show();
            });
  }

  /// The window of a desk; empty for the first.
  Optional<DetachedWindow> of(Desk<Tab> desk) {
    return open.stream().filter(window -> window.desk() == desk).findFirst();
  }

  /// The windows, in the order in which they were made.
  List<DetachedWindow> open() {
    return List.copyOf(open);
  }

  /// Closes all, without a question.
  void closeAll() {
    open.forEach(DetachedWindow::close);
    open.clear();
  }
}
