package dev.pipewright.app.shell;

import dev.pipewright.app.desk.Desk;
import dev.pipewright.app.desk.Place;
import java.util.Optional;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Beside the groups of a window: the inspector of the project that is worked in there. An artifact
/// has none; while one is worked in, that of a project in another group stays.
final class BesidePlace extends StackPane {

  private final TabViews views;
  private final Desk<Tab> desk;

  BesidePlace(TabViews views, Desk<Tab> desk) {
    this.views = views;
    this.desk = desk;
  }

  /// The project whose inspector is here; empty where no group of the window shows one.
  Optional<PipelineTab> tab() {
    @Nullable Tab worked = desk.focused().shown().get();
    if (worked instanceof PipelineTab tab) {
      return Optional.of(tab);
    }
    if (worked instanceof Tab.Part part) {
      return Optional.of(part.pipeline());
    }
    PipelineTab owner = worked == null ? null : worked.pipeline();
    Optional<PipelineTab> shown =
        desk.groups().stream()
            .map(Place.Group::shown)
            .flatMap(each -> Optional.ofNullable(each.get()).stream())
            .filter(PipelineTab.class::isInstance)
            .map(PipelineTab.class::cast)
            .reduce((a, b) -> b == owner ? b : a);
    return shown;
  }

  void update() {
    Optional<PipelineTab> tab = tab();
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
