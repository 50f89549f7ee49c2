package dev.pipewright.app.shell;

import dev.pipewright.app.action.ActionControls;
import dev.pipewright.app.text.Texts;
import dev.pipewright.nodes.theme.Icons;
import javafx.scene.Group;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What stands in the window while no project is open: recent projects, templates, and what to know
/// at first.
final class WelcomeView extends HBox {

  private static final Texts TEXTS = Texts.of(WelcomeView.class);
  private static final double MARK = 48;
  private static final double CHOICE = 288;
  private static final double LEAST_FOR_TOUR = 520;

  private final RecentView recent;

  WelcomeView(Workbench workbench, ActionControls controls) {
    getStyleClass().add("welcome");
    recent = new RecentView(workbench);
    ScrollPane left = scroll(left(workbench, controls), "welcome-left-scroll");
    left.setFitToHeight(true);
    left.setMinWidth(336);
    left.setPrefWidth(336);
    left.setMaxWidth(336);
    ScrollPane right = scroll(right(workbench, controls), "welcome-right-scroll");
    HBox.setHgrow(right, Priority.ALWAYS);
    getChildren().setAll(left, right);
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                recent.read();
              }
            });
  }

  private VBox left(Workbench workbench, ActionControls controls) {
    Label title = new Label(TEXTS.get("welcome.title"));
    title.getStyleClass().add("welcome-title");
    Label line = new Label(TEXTS.get("welcome.line"));
    line.getStyleClass().addAll("muted", "welcome-line");
    HBox brand = new HBox(mark(), new VBox(title, line));
    brand.getStyleClass().add("welcome-brand");
    VBox choices =
        new VBox(
            choice(controls, "file.new", "accent"),
            choice(controls, "file.open"),
            choice(controls, "file.newdata"));
    choices.getStyleClass().add("welcome-choices");
    Region space = new Region();
    VBox.setVgrow(space, Priority.ALWAYS);
    VBox left = new VBox(brand, choices, recent, space, device(workbench));
    left.getStyleClass().add("welcome-left");
    return left;
  }

  private static Group mark() {
    Group mark = TopBar.mark();
    mark.setScaleX(MARK / 18);
    mark.setScaleY(MARK / 18);
    return new Group(mark);
  }

  /// A button as wide as the column, with its keys at the right.
  private static Button choice(ActionControls controls, String id, String... styles) {
    Button button = controls.button(id, styles);
    Label name = new Label(button.getText(), button.getGraphic());
    name.getStyleClass().add("welcome-choice-name");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Label keys = new Label();
    keys.textProperty().bind(controls.keysOf(id));
    keys.getStyleClass().addAll("caption", "welcome-keys");
    HBox content = new HBox(name, space, keys);
    content.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    content.setPrefWidth(CHOICE - 26);
    button.setText(null);
    button.setGraphic(content);
    button.setFocusTraversable(true);
    button.setMinWidth(CHOICE);
    button.setMaxWidth(CHOICE);
    button.getStyleClass().addAll("large", "welcome-choice");
    return button;
  }

  /// What computes, and the way to its settings.
  private static HBox device(Workbench workbench) {
    Label name = new Label(null, Icons.of("mdi2e-expansion-card-variant", "muted"));
    name.getStyleClass().addAll("caption", "muted");
    workbench.later(
        Machine::look, found -> found.ifPresent(machine -> name.setText(DeviceChip.name(machine))));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Hyperlink settings = new Hyperlink(TEXTS.get("welcome.devices"));
    settings.getStyleClass().add("caption");
    settings.setMinWidth(Region.USE_PREF_SIZE);
    settings.setOnAction(event -> workbench.pages().openSettings("device"));
    HBox device = new HBox(name, space, settings);
    device.getStyleClass().add("welcome-device");
    return device;
  }

  private static VBox right(Workbench workbench, ActionControls controls) {
    Label templates = new Label(TEXTS.get("welcome.templates"));
    templates.getStyleClass().add("page-title");
    Label started = new Label(TEXTS.get("welcome.started"));
    started.getStyleClass().addAll("semibold", "welcome-started");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button tour = link(controls, "help.tour", "welcome.tour");
    HBox links =
        new HBox(
            tour,
            link(controls, "help.shortcuts", "welcome.shortcuts"),
            link(controls, "help.open", "welcome.guide"));
    links.getStyleClass().add("welcome-links");
    started.setMinWidth(Region.USE_PREF_SIZE);
    HBox head = new HBox(started, space, links);
    // The menu has it too.
    tour.visibleProperty().bind(head.widthProperty().greaterThan(LEAST_FOR_TOUR));
    tour.managedProperty().bind(tour.visibleProperty());
    head.getStyleClass().add("welcome-started-head");
    VBox right = new VBox(templates, new TemplatesView(workbench), head, new TipsView());
    right.getStyleClass().add("welcome-right");
    if (!workbench.preferences().knowsTour().get()) {
      right.getChildren().addFirst(offer(workbench));
    }
    return right;
  }

  private static Button link(ActionControls controls, String action, String name) {
    Button link = controls.button(action, "flat", "welcome-link");
    link.setText(TEXTS.get(name));
    link.setMinWidth(Region.USE_PREF_SIZE);
    return link;
  }

  /// Who has not seen the tour is offered it; who does not want it is not asked again.
  private static HBox offer(Workbench workbench) {
    Label words = new Label(TEXTS.get("tour.offer"));
    words.setWrapText(true);
    words.setMinSize(0, Region.USE_PREF_SIZE);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button start = new Button(TEXTS.get("tour.start"));
    start.setId("tour-start");
    start.getStyleClass().addAll("accent", "small");
    start.setMinWidth(Region.USE_PREF_SIZE);
    start.setOnAction(event -> workbench.pages().tour());
    Button no = new Button(TEXTS.get("tour.no"));
    no.getStyleClass().addAll("flat", "small");
    no.setMinWidth(Region.USE_PREF_SIZE);
    no.setOnAction(event -> workbench.preferences().knowsTour().set(true));
    HBox offer = new HBox(words, no, start);
    offer.getStyleClass().add("tour-offer");
    offer.visibleProperty().bind(workbench.preferences().knowsTour().not());
    offer.managedProperty().bind(offer.visibleProperty());
    return offer;
  }

  private static ScrollPane scroll(Region content, String styleClass) {
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add(styleClass);
    return scroll;
  }
}
