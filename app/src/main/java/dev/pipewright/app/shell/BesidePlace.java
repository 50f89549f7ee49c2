package dev.pipewright.app.shell;

import dev.pipewright.app.desk.Desk;
import dev.pipewright.app.desk.Place;
import java.util.Optional;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Beside the groups of a window: the inspector of the canvas that is worked on there. An artifact
/// has none; while one is worked in, that of a project in another group stays.
final class BesidePlace extends StackPane {

  private final TabViews views;
  private final Desk<Tab> desk;

  BesidePlace(TabViews views, Desk<Tab> desk) {
    this.views = views;
    this.desk = desk;
  }

  /// The canvas whose inspector is here; empty where no group of the window shows one.
  Optional<Tab> tab() {
    @Nullable Tab worked = desk.focused().shown().get();
    if (worked != null && worked.isCanvas()) {
      return Optional.of(worked);
    }
    PipelineTab owner = worked == null ? null : worked.pipeline();
    return desk.groups().stream()
        .map(Place.Group::shown)
        .flatMap(each -> Optional.ofNullable(each.get()).stream())
        .filter(Tab::isCanvas)
        .reduce((a, b) -> b.pipeline() == owner ? b : a);
  }

  void update() {
    Optional<Tab> tab = tab();
    if (tab.isEmpty()) {
      getChildren().clear();
      return;
    }
    var panel = views.beside(tab.get());
    if (getChildren().size() != 1 || getChildren().getFirst() != panel) {
      getChildren().setAll(panel);
    }
  }
}
