package dev.pipewright.app.shell;

import dev.pipewright.app.desk.Place;
import dev.pipewright.app.text.Texts;
import dev.pipewright.nodes.theme.Icons;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The titles of a group of tabs. A click shows one, a middle click closes it, the other button
/// opens its menu; one that is dragged moves.
final class TabStrip extends HBox {

  private static final Texts TEXTS = Texts.of(TabStrip.class);
  private static final double LONGEST = 220;
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final Workbench workbench;
  private final Place.Group<Tab> group;
  private final TabDrag drag;
  private final Consumer<Tab> chosen;
  private final Subscription following;
  private final List<Subscription> subscriptions = new ArrayList<>();

  /// @param chosen told which title was clicked
  TabStrip(Workbench workbench, Place.Group<Tab> group, TabDrag drag, Consumer<Tab> chosen) {
    this.chosen = chosen;
    this.workbench = workbench;
    this.group = group;
    this.drag = drag;
    getStyleClass().add("tab-strip");
    setAccessibleRole(AccessibleRole.TAB_PANE);
    // What scrolls around it would take the keys.
    addEventHandler(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
    following =
        Subscription.combine(
            group.tabs().subscribe(this::update), group.shown().subscribe(now -> mark()));
    update();
  }

  /// The title of a tab, if it is here.
  Optional<Node> item(@Nullable Tab tab) {
    int index = group.tabs().indexOf(tab);
    return index < 0 || index >= getChildren().size()
        ? Optional.empty()
        : Optional.of(getChildren().get(index));
  }

  /// Lets go of the tabs.
  void dispose() {
    following.unsubscribe();
    subscriptions.forEach(Subscription::unsubscribe);
    subscriptions.clear();
    getChildren().clear();
  }

  private void update() {
    subscriptions.forEach(Subscription::unsubscribe);
    subscriptions.clear();
    getChildren().setAll(group.tabs().stream().map(this::tab).toList());
    mark();
  }

  private void mark() {
    for (int i = 0; i < Math.min(getChildren().size(), group.tabs().size()); i++) {
      boolean isShown = group.tabs().get(i) == group.shown().get();
      getChildren().get(i).pseudoClassStateChanged(SELECTED, isShown);
    }
  }

  private Node tab(Tab tab) {
    Label title = new Label();
    HBox box = new HBox(icon(tab), title);
    box.getStyleClass().add("tab-item");
    box.setAccessibleRole(AccessibleRole.TAB_ITEM);
    changingTitle(tab)
        .ifPresentOrElse(
            text -> subscriptions.add(text.subscribe(title::setText)),
            () -> title.setText(fixedTitle(tab)));
    box.accessibleTextProperty().bind(title.textProperty());
    box.getChildren().add(closing(tab, box));
    box.setMinWidth(USE_PREF_SIZE);
    title.setMaxWidth(LONGEST);
    Tooltip.install(box, new Tooltip(tip(tab, title.getText())));
    box.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> pressed(event, tab));
    drag.follow(box, tab, title.textProperty());
    return box;
  }

  private static Optional<ObservableValue<String>> changingTitle(Tab tab) {
    PipelineTab whole = tab.whole();
    if (whole != null) {
      return Optional.of(
          whole
              .project()
              .file()
              .map(file -> String.valueOf(Objects.requireNonNull(file).getFileName()))
              .orElse(whole.title()));
    }
    return tab instanceof Tab.Part part ? Optional.of(part.title()) : Optional.empty();
  }

  private static String fixedTitle(Tab tab) {
    return switch (tab) {
      case PipelineTab pipeline -> pipeline.title();
      case Tab.Again again -> again.pipeline().title();
      case Tab.Part part -> part.title().getValue();
      case Tab.Viewer viewer -> viewer.title();
      case Tab.Outside outside -> outside.title();
      case Tab.Page page -> page.title();
      case Tab.Own own -> own.kind().title();
    };
  }

  /// What stands on a tab.
  static String title(Tab tab) {
    return tab instanceof PipelineTab pipeline ? pipeline.title() : fixedTitle(tab);
  }

  private static String tip(Tab tab, String title) {
    Path path = tab.path();
    return path == null ? title : path.toString();
  }

  private static Node icon(Tab tab) {
    return switch (tab) {
      case PipelineTab pipeline -> icon(pipeline);
      case Tab.Again again -> icon(again.pipeline());
      case Tab.Part _ -> Icons.of("mdi2g-group", "tab-icon");
      case Tab.Viewer viewer -> Icons.of(viewer.viewer().icon(), "tab-icon");
      case Tab.Outside outside -> Icons.of(outside.viewer().icon(), "tab-icon");
      case Tab.Page page -> Icons.of(page.icon(), "tab-icon");
      case Tab.Own own -> Icons.of(own.kind().icon(), "tab-icon");
    };
  }

  private static Node icon(PipelineTab pipeline) {
    return Icons.of(
        pipeline.root() == null ? "mdi2s-sitemap-outline" : "mdi2f-folder-eye-outline", "tab-icon");
  }

  /// A cross to close the tab; of a project with unsaved changes a dot, until the pointer comes.
  private Node closing(Tab tab, HBox box) {
    Button close = new Button(null, Icons.of("mdi2c-close", "icon-14"));
    close.getStyleClass().addAll("flat", "tab-close");
    close.setFocusTraversable(false);
    close.setAccessibleText(TEXTS.get("tab.close"));
    close.setTooltip(new Tooltip(TEXTS.get("tab.close")));
    close.setOnAction(event -> workbench.close(tab));
    StackPane place = new StackPane(close);
    place.getStyleClass().add("tab-closing");
    PipelineTab pipeline = tab.whole();
    if (pipeline != null) {
      Region dot = new Region();
      dot.getStyleClass().add("tab-dot");
      place.getChildren().add(dot);
      Runnable show =
          () -> {
            boolean isDotted = pipeline.project().dirty().get() && !box.isHover();
            dot.setVisible(isDotted);
            close.setVisible(!isDotted);
          };
      subscriptions.add(pipeline.project().dirty().subscribe(show));
      subscriptions.add(box.hoverProperty().subscribe(show));
      show.run();
    }
    return place;
  }

  private void pressed(MouseEvent event, Tab tab) {
    if (event.getButton() == MouseButton.PRIMARY) {
      workbench.selected().set(tab);
      chosen.accept(tab);
    } else if (event.getButton() == MouseButton.MIDDLE) {
      workbench.close(tab);
    } else if (event.getButton() == MouseButton.SECONDARY) {
      workbench.selected().set(tab);
      drag.menu().show(this, event.getScreenX(), event.getScreenY());
    }
  }
}
