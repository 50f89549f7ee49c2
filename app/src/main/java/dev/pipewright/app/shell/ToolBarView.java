package dev.pipewright.app.shell;

import dev.pipewright.app.action.ActionControls;
import dev.pipewright.app.text.Texts;
import dev.pipewright.nodes.theme.Icons;
import dev.pipewright.nodes.theme.Theme;
import java.util.List;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;

/// The second line of the window: running, taking back, the device, search, panels, theme.
final class ToolBarView extends HBox {

  private static final Texts TEXTS = Texts.of(ToolBarView.class);

  private static final double NARROW = 1200;
  private static final double NARROWER = 940;
  private static final double LEAST_FOR_PROMPT = 290;

  private final ObservableValue<Boolean> canRun;

  private final Label prompt = new Label(TEXTS.get("search"), Icons.of("mdi2m-magnify", "muted"));

  private final PlanLabel plan;
  private final Subscription subscription;
  private Subscription explaining = Subscription.EMPTY;

  /// @param panels the actions that show and hide the window's panels
  ToolBarView(Workbench workbench, ActionControls controls, List<String> panels) {
    getStyleClass().addAll("tool-line", "chrome");
    Button run = controls.button("run.start");
    canRun = controls.catalog().get("run.start").enabled().map(can -> can);
    plan = new PlanLabel(workbench);
    FontIcon theme = Icons.of("mdi2w-weather-night", "icon-18");
    subscription =
        Subscription.combine(
            canRun.subscribe(can -> style(run, can)),
            workbench.layout().theme().subscribe(now -> draw(theme, now)));
    plan.visibleProperty().bind(widthProperty().greaterThanOrEqualTo(NARROW));
    plan.managedProperty().bind(plan.visibleProperty());
    // It takes what room there is: whatever it says, nothing beside it moves.
    HBox.setHgrow(plan, Priority.ALWAYS);
    HBox chip = chip(new DeviceChip(workbench));
    Region space = new Region();
    HBox.setHgrow(space, Priority.SOMETIMES);
    getChildren()
        .setAll(
            explained(workbench, run),
            controls.button("run.stop", "danger"),
            explained(workbench, controls.button("run.to")),
            line(),
            controls.iconButton("edit.undo"),
            controls.iconButton("edit.redo"),
            history(workbench),
            chip,
            plan,
            space,
            search(controls),
            line(),
            line(),
            theme(controls, theme));
    getChildren()
        .addAll(
            getChildren().size() - 2, panels.stream().map(id -> controls.iconButton(id)).toList());
  }

  /// A button that also says why it does nothing for what is only looked at: one that is disabled
  /// hears no mouse itself.
  private Node explained(Workbench workbench, Button button) {
    StackPane around = new StackPane(button);
    Tooltip why = new Tooltip(TEXTS.get("root.norun"));
    explaining =
        explaining.and(
            workbench
                .active()
                .map(tab -> tab.root() != null)
                .orElse(false)
                .subscribe(
                    isLookedAt -> {
                      if (isLookedAt) {
                        Tooltip.install(around, why);
                      } else {
                        Tooltip.uninstall(around, why);
                      }
                    }));
    return around;
  }

  /// What computes, with how much is in use where there is room, or not at all where there is
  /// little.
  private HBox chip(DeviceChip device) {
    HBox chip = new HBox(line(), device);
    chip.setAlignment(Pos.CENTER_LEFT);
    chip.setSpacing(4);
    widthProperty().map(width -> width.doubleValue() < NARROW).subscribe(device::setBrief);
    widthProperty()
        .map(width -> width.doubleValue() >= NARROWER)
        .subscribe(
            hasRoom -> {
              chip.setVisible(hasRoom);
              chip.setManaged(hasRoom);
            });
    return chip;
  }

  /// What can be run is green.
  private static void style(Button run, boolean can) {
    run.getStyleClass().remove("success");
    if (can) {
      run.getStyleClass().add("success");
    }
  }

  private static Button history(Workbench workbench) {
    HistoryMenu menu = new HistoryMenu(workbench);
    Button button = new Button(null, Icons.of("mdi2c-chevron-down", "icon-14"));
    button.getStyleClass().addAll("flat", "icon-button", "history-button");
    button.setId("history");
    button.setFocusTraversable(false);
    button.setTooltip(new Tooltip(TEXTS.get("history")));
    button.setAccessibleText(TEXTS.get("history"));
    button
        .disableProperty()
        .bind(
            BooleanExpression.booleanExpression(workbench.active().map(tab -> false).orElse(true)));
    button.setOnAction(event -> menu.show(button));
    return button;
  }

  private static Node line() {
    Region line = new Region();
    line.getStyleClass().add("tool-separator");
    return line;
  }

  private Node search(ActionControls controls) {
    prompt.getStyleClass().addAll("muted", "search-prompt");
    HBox.setHgrow(prompt, Priority.ALWAYS);
    prompt.setMaxWidth(Double.MAX_VALUE);
    prompt.setMinWidth(0);
    Label key = new Label();
    key.textProperty().bind(controls.keysOf("view.search"));
    key.visibleProperty().bind(key.textProperty().isNotEmpty());
    key.getStyleClass().add("key");
    key.setMinWidth(USE_PREF_SIZE);
    HBox content = new HBox(prompt, key);
    content.getStyleClass().add("search-content");
    Button field = new Button(null, content);
    field.getStyleClass().add("search-button");
    field.setAccessibleText(TEXTS.get("view.search"));
    field.setId("search");
    field.setFocusTraversable(false);
    field.setOnAction(event -> controls.catalog().get("view.search").perform());
    field
        .widthProperty()
        .map(width -> width.doubleValue() < LEAST_FOR_PROMPT)
        .subscribe(isShort -> prompt.setText(TEXTS.get(isShort ? "search.short" : "search")));
    return field;
  }

  private static Node theme(ActionControls controls, FontIcon icon) {
    ButtonBase button = controls.iconButton("view.theme", "theme-button");
    button.setGraphic(icon);
    return button;
  }

  private static void draw(FontIcon icon, Theme theme) {
    icon.setIconLiteral(theme == Theme.DARK ? "mdi2w-white-balance-sunny" : "mdi2w-weather-night");
  }

  /// Lets go of the workbench.
  void dispose() {
    subscription.unsubscribe();
    explaining.unsubscribe();
    plan.dispose();
  }
}
