package dev.pipewright.app.dock;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// Tabs of a panel: titles with a line below the chosen one, and at the right what belongs to it.
public final class PanelTabs extends HBox {

  private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");
  private static final double LITTLE = 430;

  private final Pane content;
  private final ToggleGroup group = new ToggleGroup();
  private final StackPane tools = new StackPane();
  private final HBox titles = new HBox();
  private final Map<String, ToggleButton> byId = new LinkedHashMap<>();
  private final Map<Label, ToggleButton> badges = new LinkedHashMap<>();
  private boolean isTight;

  /// Tabs over this content.
  public PanelTabs(Pane content) {
    this.content = content;
    getStyleClass().add("panel-tabs");
    titles.getStyleClass().add("panel-titles");
    widthProperty().map(width -> width.doubleValue() < LITTLE).subscribe(this::tight);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    getChildren().setAll(titles, space, tools);
    group
        .selectedToggleProperty()
        .addListener(
            (property, before, now) -> {
              if (now == null) {
                group.selectToggle(before);
              }
            });
  }

  /// Adds a tab.
  ///
  /// @param view what it shows
  /// @param viewTools what stands at the right while it does
  /// @return its badge, which is hidden
  public Label add(String id, String title, Node view, Node viewTools) {
    Label badge = new Label();
    badge.getStyleClass().add("badge");
    badge.setVisible(false);
    ToggleButton tab = new Title(title);
    // A hidden graphic would keep its gap, and one that is not managed is not seen to come.
    badge.visibleProperty().subscribe(now -> show(badge, tab));
    badge.opacityProperty().subscribe(now -> show(badge, tab));
    badges.put(badge, tab);
    tab.setContentDisplay(ContentDisplay.RIGHT);
    tab.getStyleClass().add("panel-tab");
    tab.setMinWidth(USE_PREF_SIZE);
    tab.setToggleGroup(group);
    tab.setUserData(id);
    view.visibleProperty().bind(tab.selectedProperty());
    viewTools.visibleProperty().bind(tab.selectedProperty());
    content.getChildren().add(view);
    tools.getChildren().add(viewTools);
    titles.getChildren().add(tab);
    byId.put(id, tab);
    return badge;
  }

  private void tight(boolean now) {
    isTight = now;
    pseudoClassStateChanged(TIGHT, now);
    badges.forEach(this::show);
  }

  /// The place of a badge that says nothing is kept where there is room.
  private void show(Label badge, ToggleButton tab) {
    boolean isShown = badge.isVisible() && (!isTight || badge.getOpacity() > 0);
    tab.setGraphic(isShown ? badge : null);
  }

  /// Shows a number in a badge; nothing for 0, whose place is kept, so that the titles beside it
  /// stay where they are.
  public static void count(Label badge, int number) {
    badge.setText(Integer.toString(number));
    badge.setOpacity(number > 0 ? 1 : 0);
    badge.setVisible(true);
  }

  /// Shows or hides the title of a tab; when the shown one hides, the first is shown.
  public void offer(String id, boolean isOffered) {
    ToggleButton tab = tab(id);
    tab.setVisible(isOffered);
    tab.setManaged(isOffered);
    if (!isOffered && tab.isSelected()) {
      group.selectToggle(byId.values().iterator().next());
    }
  }

  private ToggleButton tab(String id) {
    return Objects.requireNonNull(byId.get(id), id);
  }

  /// The id of the tab that is shown.
  public ObservableValue<String> selected() {
    return group.selectedToggleProperty().map(toggle -> (String) toggle.getUserData()).orElse("");
  }

  /// Shows a tab.
  public void select(String id) {
    group.selectToggle(tab(id));
  }

  /// A title as wide as it is when it is chosen, in heavier letters: those beside it stay where
  /// they are.
  private static final class Title extends ToggleButton {

    Title(String text) {
      super(text);
    }

    @Override
    protected double computePrefWidth(double height) {
      Font font = getFont();
      Font chosen =
          Font.font(font.getFamily().replaceFirst("( Medium)?$", " Medium"), font.getSize());
      double room = Math.max(width(font), width(chosen)) - width(font);
      return super.computePrefWidth(height) + room;
    }

    private double width(Font font) {
      Text text = new Text(getText());
      text.setFont(font);
      return Math.ceil(text.getLayoutBounds().getWidth());
    }
  }
}
