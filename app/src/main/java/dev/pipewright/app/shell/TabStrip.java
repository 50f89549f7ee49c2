package dev.pipewright.app.shell;

import dev.pipewright.app.text.Texts;
import dev.pipewright.nodes.theme.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

/// The tabs of the window. A click shows one, a middle click closes it.
final class TabStrip extends HBox {

  private static final Texts TEXTS = Texts.of(TabStrip.class);
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final Workbench workbench;
  private final List<Subscription> subscriptions = new ArrayList<>();

  TabStrip(Workbench workbench) {
    this.workbench = workbench;
    getStyleClass().add("tab-strip");
    setAccessibleRole(AccessibleRole.TAB_PANE);
    workbench.tabs().subscribe(this::update);
    workbench.selected().subscribe(now -> mark());
    update();
  }

  private void update() {
    subscriptions.forEach(Subscription::unsubscribe);
    subscriptions.clear();
    getChildren().setAll(workbench.tabs().stream().map(this::tab).toList());
    mark();
  }

  private void mark() {
    for (int i = 0; i < getChildren().size(); i++) {
      boolean isShown = workbench.tabs().get(i) == workbench.selected().get();
      getChildren().get(i).pseudoClassStateChanged(SELECTED, isShown);
    }
  }

  private Node tab(Tab tab) {
    Label title = new Label();
    HBox box = new HBox(icon(tab), title);
    box.getStyleClass().add("tab-item");
    box.setAccessibleRole(AccessibleRole.TAB_ITEM);
    title(tab)
        .ifPresentOrElse(
            text -> subscriptions.add(text.subscribe(title::setText)),
            () -> title.setText(fixedTitle(tab)));
    box.accessibleTextProperty().bind(title.textProperty());
    box.getChildren().add(closing(tab, box));
    box.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> pressed(event, tab));
    return box;
  }

  private static java.util.Optional<ObservableValue<String>> title(Tab tab) {
    return tab instanceof PipelineTab pipeline
        ? java.util.Optional.of(
            pipeline
                .project()
                .file()
                .map(file -> String.valueOf(Objects.requireNonNull(file).getFileName()))
                .orElse(pipeline.title()))
        : java.util.Optional.empty();
  }

  private static String fixedTitle(Tab tab) {
    return switch (tab) {
      case PipelineTab pipeline -> pipeline.title();
      case Tab.Viewer viewer -> viewer.title();
      case Tab.Outside outside -> outside.title();
      case Tab.Page page -> page.title();
      case Tab.Own own -> own.kind().title();
    };
  }

  private static Node icon(Tab tab) {
    return switch (tab) {
      case PipelineTab pipeline -> Icons.of("mdi2s-sitemap-outline", "tab-icon");
      case Tab.Viewer viewer -> Icons.of(viewer.viewer().icon(), "tab-icon");
      case Tab.Outside outside -> Icons.of(outside.viewer().icon(), "tab-icon");
      case Tab.Page page -> Icons.of(page.icon(), "tab-icon");
      case Tab.Own own -> Icons.of(own.kind().icon(), "tab-icon");
    };
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
    if (tab instanceof PipelineTab pipeline) {
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
    } else if (event.getButton() == MouseButton.MIDDLE) {
      workbench.close(tab);
    }
  }
}
