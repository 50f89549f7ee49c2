package dev.pipewright.app.preferences;

import dev.pipewright.app.action.ActionControls;
import dev.pipewright.app.dock.ScrollTo;
import dev.pipewright.app.engine.Engine;
import dev.pipewright.app.settings.Preferences;
import dev.pipewright.app.settings.Setting;
import dev.pipewright.app.settings.Setting.Section;
import dev.pipewright.app.text.Texts;
import dev.pipewright.nodes.theme.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.application.Platform;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// All settings: sections at the left, rows at the right, a search over all of them on top.
public final class SettingsPage extends VBox {

  private static final Texts TEXTS = Texts.of(SettingsPage.class);

  private final TextField search = new TextField();
  private final ScrollPane scroll = new ScrollPane();
  private final List<SettingRow<?>> rows = new ArrayList<>();
  private final List<VBox> sections = new ArrayList<>();
  private final ShortcutsSection shortcuts;
  private final ScrollTo reveal;
  private final Label none = new Label(TEXTS.get("none"));

  /// A page.
  ///
  /// @param wanted the setting to be shown; empty for none
  public SettingsPage(
      Preferences preferences,
      ActionControls controls,
      Engine engine,
      ObservableStringValue wanted) {
    getStyleClass().add("settings-page");
    getStylesheets()
        .add(
            Objects.requireNonNull(SettingsPage.class.getResource("settings.css"))
                .toExternalForm());
    shortcuts = new ShortcutsSection(controls.catalog(), controls.shortcuts());
    none.getStyleClass().addAll("muted", "settings-none");
    for (Section section : Section.values()) {
      sections.add(section(section, preferences, engine));
    }
    sections.add(shortcuts);
    VBox all = new VBox(none);
    all.getChildren().addAll(sections);
    all.getStyleClass().add("settings-sections");
    scroll.setContent(all);
    reveal = new ScrollTo(scroll);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    HBox.setHgrow(scroll, Priority.ALWAYS);
    HBox body = new HBox(list(), scroll);
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().setAll(head(), body);
    search.textProperty().subscribe(this::filter);
    wanted.subscribe(this::reveal);
  }

  private HBox head() {
    Label title = new Label(TEXTS.get("title"));
    title.getStyleClass().add("title");
    search.setId("settings-search");
    search.setPromptText(TEXTS.get("search"));
    search.setAccessibleText(TEXTS.get("search"));
    HBox.setHgrow(search, Priority.ALWAYS);
    HBox field = new HBox(Icons.of("mdi2m-magnify"), search);
    field.getStyleClass().addAll("icon-field", "settings-search");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(title, space, field);
    head.getStyleClass().add("settings-head");
    return head;
  }

  private VBox list() {
    VBox list = new VBox();
    list.getStyleClass().add("settings-list");
    for (Section section : Section.values()) {
      list.getChildren().add(link(icon(section), section.title(), section.ordinal()));
    }
    list.getChildren()
        .add(link("mdi2k-keyboard-outline", shortcuts.title(), Section.values().length));
    return list;
  }

  private Button link(String icon, String title, int index) {
    Button link = new Button(title, Icons.of(icon, "muted"));
    link.getStyleClass().addAll("flat", "settings-link");
    link.setMaxWidth(Double.MAX_VALUE);
    link.setOnAction(
        event -> {
          search.clear();
          show(sections.get(index));
        });
    return link;
  }

  private static String icon(Section section) {
    return switch (section) {
      case APPEARANCE -> "mdi2p-palette-outline";
      case EDITING -> "mdi2p-pencil-outline";
      case ENGINE -> "mdi2e-engine-outline";
    };
  }

  private VBox section(Section section, Preferences preferences, Engine engine) {
    VBox card = new VBox();
    card.getStyleClass().addAll("card", "settings-card");
    for (Setting<?> setting : preferences.all()) {
      if (setting.section() == section) {
        SettingRow<?> row = new SettingRow<>(setting);
        rows.add(row);
        card.getChildren().add(row);
      }
    }
    Label title = new Label(section.title());
    title.getStyleClass().addAll("title", "settings-title");
    VBox made = new VBox(title, card);
    if (section == Section.ENGINE) {
      made.getChildren().add(restart(engine));
    }
    made.getStyleClass().add("settings-section");
    return made;
  }

  /// Says when what was chosen holds, and offers to let it hold now.
  private static Node restart(Engine engine) {
    Label line = new Label();
    line.textProperty()
        .bind(engine.outdated().map(isOld -> TEXTS.get(isOld ? "engine.outdated" : "engine.line")));
    line.getStyleClass().addAll("caption", "muted");
    Hyperlink restart = new Hyperlink(TEXTS.get("engine.restart"));
    restart.setId("settings-restart");
    restart.setOnAction(event -> engine.restart());
    restart.visibleProperty().bind(engine.outdated());
    restart.managedProperty().bind(restart.visibleProperty());
    HBox row = new HBox(line, restart);
    row.getStyleClass().add("settings-restart");
    return row;
  }

  private void filter(String typed) {
    boolean isAny = shortcuts.filter(typed);
    for (SettingRow<?> row : rows) {
      boolean fits = row.fits(typed);
      row.setVisible(fits);
      row.setManaged(fits);
      isAny |= fits;
    }
    for (VBox section : sections) {
      if (section != shortcuts) {
        boolean has = rows.stream().anyMatch(row -> row.isVisible() && isIn(row, section));
        section.setVisible(has);
        section.setManaged(has);
      }
    }
    none.setVisible(!isAny);
    none.setManaged(!isAny);
  }

  private static boolean isIn(Node node, Node section) {
    Node above = node;
    while (above != null && above != section) {
      above = above.getParent();
    }
    return above == section;
  }

  private void reveal(String id) {
    if (!id.isEmpty()) {
      search.clear();
      rows.stream().filter(row -> row.is(id)).findFirst().ifPresent(this::showAndFocus);
      shortcuts.row(id).ifPresent(this::show);
    } else {
      Platform.runLater(search::requestFocus);
    }
  }

  private void showAndFocus(SettingRow<?> row) {
    show(row);
    row.focus();
  }

  private void show(Node part) {
    reveal.show(part);
  }
}
