package dev.pipewright.app.shell;

import dev.pipewright.app.action.Action;
import dev.pipewright.app.action.ActionCatalog;
import dev.pipewright.app.action.ActionMenu;
import dev.pipewright.app.graph.PipelineView;
import dev.pipewright.app.help.Topic;
import dev.pipewright.app.run.RunModel;
import dev.pipewright.app.run.RunState;
import dev.pipewright.app.settings.Settings.Panel;
import dev.pipewright.app.text.Texts;
import dev.pipewright.canvas.Alignment;
import dev.pipewright.canvas.Axis;
import dev.pipewright.canvas.GraphEdits;
import dev.pipewright.canvas.GraphView;
import dev.pipewright.canvas.NodeMode;
import dev.pipewright.canvas.Wires;
import dev.pipewright.nodes.theme.Theme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// The actions of the workbench.
final class WorkbenchActions {

  private static final Texts TEXTS = Texts.of(WorkbenchActions.class);
  private static final ObservableBooleanValue ALWAYS = new SimpleBooleanProperty(true);

  private final Workbench workbench;
  private final ObservableValue<PipelineTab> active;
  private final List<Action> actions = new ArrayList<>();

  private WorkbenchActions(Workbench workbench) {
    this.workbench = workbench;
    this.active = workbench.active();
  }

  /// What a window does with itself.
  ///
  /// @param search opens the command search
  /// @param samples opens the sample pipeline
  /// @param exit closes the window
  record Window(Runnable search, Runnable samples, Runnable exit) {}

  /// The catalog of a workbench's actions.
  static ActionCatalog of(Workbench workbench, Window window) {
    WorkbenchActions made = new WorkbenchActions(workbench);
    made.file(window);
    made.edit();
    made.find();
    made.insert();
    made.view(window);
    made.pipeline();
    made.run();
    made.tabs();
    made.help();
    return new ActionCatalog(made.actions, menus());
  }

  private static List<ActionMenu> menus() {
    return List.of(
        menu(
            "file",
            "file.new file.newdata file.open file.openfolder help.samples|file.save file.saveas"
                + " file.copy|file.versions file.compare.saved file.compare|file.export file.settings"
                + "|file.close file.exit"),
        menu(
            "edit",
            "edit.undo edit.redo|edit.cut edit.copy edit.paste edit.duplicate"
                + "|edit.rename edit.mute edit.bypass edit.collapse edit.fold edit.part"
                + "|edit.delete edit.deletewires"
                + "|edit.selectall edit.upstream edit.downstream edit.connected"
                + "|edit.find edit.replace edit.find.next edit.find.previous|view.search"),
        menu(
            "view",
            "view.palette view.outline view.dock view.inspector"
                + "|view.in view.out view.full view.fit view.selection|view.theme view.theme.system"),
        menu("insert", "insert.node insert.note|insert.group insert.ungroup"),
        menu(
            "pipeline",
            "pipeline.arrange|align.left align.center align.right|align.top align.middle align.bottom"
                + "|distribute.horizontal distribute.vertical|pipeline.problems"),
        menu(
            "run",
            "run.start run.with run.queue run.stop|run.to run.from run.only run.failed"
                + "|run.clear|run.engine"),
        menu(
            "window",
            "window.next window.previous|window.split.right window.split.down"
                + "|window.move.group window.move.window window.dock"
                + "|window.close.others window.close.right window.close.group"
                + "|window.copypath window.reveal"),
        menu("help", "help.open help.components help.shortcuts|help.tour"));
  }

  /// @param groups ids of actions; a bar stands between groups
  private static ActionMenu menu(String key, String groups) {
    return new ActionMenu(
        TEXTS.get("menu." + key),
        Arrays.stream(groups.split("\\|")).map(group -> List.of(group.split(" "))).toList());
  }

  private void file(Window window) {
    BooleanExpression loaded = is(workbench.components().map(c -> true));
    add(
        "file.new",
        "mdi2f-file-plus-outline",
        "Shortcut+N",
        loaded,
        workbench.opening()::newPipeline);
    add(
        "file.newdata",
        "mdi2d-database-plus-outline",
        "Shortcut+Alt+N",
        loaded,
        () -> workbench.arrivals().ask());
    add(
        "file.open",
        "mdi2f-folder-open-outline",
        "Shortcut+O",
        ALWAYS,
        workbench.opening()::askAndOpen);
    add(
        "file.openfolder",
        "mdi2f-folder-eye-outline",
        "Shortcut+Shift+O",
        loaded,
        workbench.opening()::askAndOpenFolder);
    add("help.samples", "mdi2f-flask-outline", null, ALWAYS, window.samples());
    active(
        "file.save",
        "mdi2c-content-save-outline",
        "Shortcut+S",
        isEditable(),
        workbench.saving()::save);
    active(
        "file.saveas",
        "mdi2c-content-save-edit-outline",
        "Shortcut+Shift+S",
        isEditable(),
        workbench.saving()::saveAs);
    active(
        "file.versions",
        "mdi2h-history",
        "Shortcut+Alt+H",
        isEditable(),
        workbench.comparisons()::versions);
    active(
        "file.compare.saved",
        "mdi2c-compare",
        null,
        of(tab -> tab.project().file().map(file -> true)),
        workbench.comparisons()::withFile);
    active("file.compare", "mdi2f-file-compare", null, hasTab(), workbench.comparisons()::ask);
    active(
        "file.copy",
        "mdi2f-file-edit-outline",
        null,
        is(active.map(tab -> tab.root() != null)),
        workbench.roots()::copy);
    add(
        "file.close",
        "mdi2c-close",
        "Shortcut+W",
        is(workbench.selected().map(t -> true)),
        () -> {
          Tab tab = workbench.selected().get();
          if (tab != null) {
            workbench.close(tab);
          }
        });
    canvas("file.export", "mdi2i-image-outline", "Shortcut+Alt+E", c -> workbench.pages().export());
    add(
        "file.settings",
        "mdi2c-cog-outline",
        "Shortcut+Comma",
        ALWAYS,
        () -> workbench.pages().openSettings(""));
    add("file.exit", "mdi2p-power", "Shortcut+Q", ALWAYS, window.exit());
  }

  private void edit() {
    active(
        "edit.undo",
        "mdi2u-undo",
        "Shortcut+Z",
        of(tab -> tab.project().undoable()),
        tab -> tab.project().undo());
    active(
        "edit.redo",
        "mdi2r-redo",
        "Shortcut+Shift+Z",
        of(tab -> tab.project().redoable()),
        tab -> tab.project().redo());
    editSelected("edit.cut", "mdi2c-content-cut", "Shortcut+X", PipelineView::cut);
    selected("edit.copy", "mdi2c-content-copy", "Shortcut+C", PipelineView::copy);
    editable("edit.paste", "mdi2c-content-paste", "Shortcut+V", PipelineView::paste);
    editSelected(
        "edit.duplicate", "mdi2c-content-duplicate", "Shortcut+D", PipelineView::duplicate);
    items("edit.rename", "mdi2r-rename-box", "F2", GraphEdits::rename);
    items("edit.mute", "mdi2v-volume-off", "Shortcut+M", edits -> edits.toggle(NodeMode.MUTED));
    items(
        "edit.bypass",
        "mdi2d-debug-step-over",
        "Shortcut+B",
        edits -> edits.toggle(NodeMode.BYPASSED));
    items("edit.collapse", "mdi2u-unfold-less-horizontal", "Alt+C", GraphEdits::toggleCollapsed);
    items("edit.fold", "mdi2c-chevron-right-box-outline", "Alt+F", GraphEdits::toggleFold);
    active(
        "edit.part",
        "mdi2o-open-in-app",
        null,
        of(tab -> tab.group().map(group -> true)).and(isPipelineShown()),
        tab ->
            workbench.opening().show(new Tab.Part(tab, Objects.requireNonNull(tab.group().get()))));
    items("edit.delete", "mdi2d-delete-outline", "Delete", edits -> edits.delete(Wires.DROP));
    items(
        "edit.deletewires",
        "mdi2v-vector-polyline-remove",
        "Shift+Delete",
        edits -> edits.delete(Wires.KEEP));
    graph("edit.selectall", "mdi2s-select-all", "Shortcut+A", GraphView::selectAll);
    selectedGraph(
        "edit.upstream", "mdi2r-ray-end-arrow", "Shortcut+Shift+U", GraphView::selectUpstream);
    graph(
        "edit.downstream",
        "mdi2r-ray-start-arrow",
        "Shortcut+Shift+J",
        GraphView::selectDownstream);
    selectedGraph("edit.connected", "mdi2g-graph-outline", null, GraphView::selectConnected);
  }

  private void find() {
    Side side = workbench.side();
    side(
        "view.outline",
        "mdi2f-file-tree-outline",
        "Shortcut+Shift+E",
        () -> side.open().show(Side.Pane.OUTLINE));
    side("edit.find", "mdi2m-magnify", "Shortcut+F", () -> side.open().find());
    add(
        "edit.replace",
        "mdi2f-find-replace",
        "Shortcut+H",
        isPipelineShown().and(isEditable()),
        () -> side.open().replace());
    side("edit.find.next", "mdi2a-arrow-down", "F3", () -> side.open().step(1));
    side("edit.find.previous", "mdi2a-arrow-up", "Shift+F3", () -> side.open().step(-1));
  }

  /// Something that the panel at the left does beside a canvas.
  private void side(String id, String icon, @Nullable String shortcut, Runnable work) {
    add(id, icon, shortcut, isPipelineShown(), work);
  }

  private void insert() {
    editable("insert.node", "mdi2p-plus-box-outline", null, PipelineView::askNode);
    editable("insert.note", "mdi2n-note-plus-outline", "Shortcut+Shift+N", PipelineView::addNote);
    items("insert.group", "mdi2g-group", "Shortcut+G", GraphEdits::group);
    items("insert.ungroup", "mdi2u-ungroup", "Shortcut+Shift+G", GraphEdits::ungroup);
    for (Alignment alignment : Alignment.values()) {
      String word = alignment.name().toLowerCase(Locale.ROOT);
      items("align." + word, icon(alignment), null, edits -> edits.align(alignment));
    }
    items(
        "distribute.horizontal",
        "mdi2d-distribute-horizontal-center",
        null,
        edits -> edits.distribute(Axis.HORIZONTAL));
    items(
        "distribute.vertical",
        "mdi2d-distribute-vertical-center",
        null,
        edits -> edits.distribute(Axis.VERTICAL));
  }

  private static String icon(Alignment alignment) {
    return switch (alignment) {
      case LEFT -> "mdi2a-align-horizontal-left";
      case CENTER -> "mdi2a-align-horizontal-center";
      case RIGHT -> "mdi2a-align-horizontal-right";
      case TOP -> "mdi2a-align-vertical-top";
      case MIDDLE -> "mdi2a-align-vertical-center";
      case BOTTOM -> "mdi2a-align-vertical-bottom";
    };
  }

  private void edit(
      String id, String icon, @Nullable String shortcut, Consumer<PipelineView> work) {
    canvas(id, icon, shortcut, canvas -> canvas.edit(work));
  }

  private void graph(String id, String icon, @Nullable String shortcut, Consumer<GraphView> work) {
    edit(id, icon, shortcut, view -> work.accept(view.graph()));
  }

  private void items(String id, String icon, @Nullable String shortcut, Consumer<GraphEdits> work) {
    editSelected(id, icon, shortcut, view -> work.accept(view.graph().edits()));
  }

  /// Something that changes more than how a pipeline is drawn.
  private void editable(
      String id, String icon, @Nullable String shortcut, Consumer<PipelineView> work) {
    active(id, icon, shortcut, isPipelineShown().and(isEditable()), tab -> tab.canvas().edit(work));
  }

  private void editSelected(
      String id, String icon, @Nullable String shortcut, Consumer<PipelineView> work) {
    BooleanExpression hasSelection = of(PipelineTab::hasSelection).and(isPipelineShown());
    active(id, icon, shortcut, hasSelection.and(isEditable()), tab -> tab.canvas().edit(work));
  }

  /// Whether there is a project that may be changed: not one that is only looked at.
  private BooleanExpression isEditable() {
    return is(active.map(tab -> tab.root() == null));
  }

  private void selectedGraph(
      String id, String icon, @Nullable String shortcut, Consumer<GraphView> work) {
    selected(id, icon, shortcut, view -> work.accept(view.graph()));
  }

  /// Something that is done to what is selected.
  private void selected(
      String id, String icon, @Nullable String shortcut, Consumer<PipelineView> work) {
    BooleanExpression hasSelection = of(PipelineTab::hasSelection).and(isPipelineShown());
    active(id, icon, shortcut, hasSelection, tab -> tab.canvas().edit(work));
  }

  private void view(Window window) {
    add("view.search", "mdi2m-magnify", "Shortcut+K", ALWAYS, window.search());
    BooleanExpression isViewer = is(workbench.selected().map(Tab.Viewer.class::isInstance));
    panel("view.palette", "mdi2d-dock-left", "Shortcut+1", Panel.PALETTE, isViewer.not());
    panel("view.dock", "mdi2d-dock-bottom", "Shortcut+2", Panel.DOCK, isPipelineShown());
    panel("view.inspector", "mdi2d-dock-right", "Shortcut+3", Panel.INSPECTOR, isPipelineShown());
    look("view.in", "mdi2m-magnify-plus-outline", "Shortcut+Equals", CanvasCommands.Look.IN);
    look("view.out", "mdi2m-magnify-minus-outline", "Shortcut+Minus", CanvasCommands.Look.OUT);
    look("view.full", "mdi2m-magnify", "Shortcut+0", CanvasCommands.Look.FULL_SIZE);
    look("view.fit", "mdi2f-fit-to-page-outline", "Shortcut+9", CanvasCommands.Look.FIT);
    look("view.selection", "mdi2s-selection-search", "Shortcut+8", CanvasCommands.Look.SELECTION);
    toggle("view.theme", "mdi2w-weather-night", "Shortcut+Shift+D", isDark(), ALWAYS);
    toggle(
        "view.theme.system",
        "mdi2t-theme-light-dark",
        null,
        workbench.layout().followsSystem(),
        ALWAYS);
  }

  private BooleanProperty isDark() {
    Layout layout = workbench.layout();
    BooleanProperty dark = new SimpleBooleanProperty();
    layout.theme().subscribe(now -> dark.set(now == Theme.DARK));
    dark.subscribe(
        (before, now) -> {
          if (now != (layout.theme().get() == Theme.DARK)) {
            layout.switchTheme();
          }
        });
    return dark;
  }

  private void pipeline() {
    edit("pipeline.arrange", "mdi2a-auto-fix", "Shortcut+Shift+L", PipelineView::arrange);
    canvas(
        "pipeline.problems",
        "mdi2a-alert-circle-outline",
        "Shortcut+Shift+M",
        CanvasCommands::showProblems);
  }

  private void run() {
    ObservableValue<Boolean> canRun = active.flatMap(tab -> tab.run().canRun()).orElse(false);
    BooleanExpression canRunHere =
        is(
            active.flatMap(
                tab -> tab.selected().flatMap(node -> tab.run().canRun().map(can -> can))));
    active("run.start", "mdi2p-play", "F5", is(canRun), tab -> workbench.run(tab, RunModel::run));
    active(
        "run.with",
        "mdi2p-playlist-play",
        "Ctrl+Shift+F5",
        is(
            active.flatMap(
                tab ->
                    tab.project()
                        .document()
                        .flatMap(
                            document ->
                                tab.run()
                                    .canRun()
                                    .map(can -> can && !document.parameters().isEmpty())))),
        tab -> {
          if (tab.given().ask()) {
            workbench.run(tab, RunModel::run);
          }
        });
    active(
        "run.queue",
        "mdi2p-playlist-plus",
        "Ctrl+Alt+F5",
        is(active.flatMap(tab -> tab.run().state().map(s -> s != RunState.IDLE))),
        tab -> tab.run().enqueue());
    active(
        "run.stop",
        "mdi2s-stop",
        "Shift+F5",
        of(tab -> tab.run().state().map(s -> s == RunState.RUNNING || s == RunState.STARTING)),
        tab -> tab.run().stop());
    active(
        "run.to",
        "mdi2s-skip-next",
        "F6",
        canRunHere,
        tab -> onSelected(tab, node -> workbench.run(tab, run -> run.runTo(node))));
    active(
        "run.from",
        "mdi2s-step-forward",
        "Shift+F6",
        canRunHere,
        tab -> onSelected(tab, node -> workbench.run(tab, run -> run.runFrom(node))));
    active(
        "run.only",
        "mdi2s-skip-forward-outline",
        "Ctrl+F6",
        canRunHere,
        tab -> onSelected(tab, node -> workbench.run(tab, run -> run.runOnly(List.of(node)))));
    active(
        "run.failed",
        "mdi2r-reload-alert",
        "Ctrl+F5",
        is(
            active.flatMap(
                tab ->
                    tab.run()
                        .progress()
                        .flatMap(p -> tab.run().canRun().map(can -> can && p.failed() > 0)))),
        tab -> tab.run().runFailed());
    active(
        "run.clear",
        "mdi2f-flash-off-outline",
        null,
        canRunHere,
        tab -> onSelected(tab, node -> workbench.clearCache(tab, node)));
    add("run.engine", "mdi2r-restart", null, ALWAYS, () -> workbench.engine().restart());
  }

  private static void onSelected(PipelineTab tab, Consumer<dev.pipewright.pipeline.NodeId> work) {
    dev.pipewright.pipeline.NodeId node = tab.selected().get();
    if (node != null) {
      work.accept(node);
    }
  }

  private void tabs() {
    BooleanExpression some = is(workbench.selected().map(t -> true));
    add("window.next", "mdi2a-arrow-right", "Ctrl+Tab", some, () -> workbench.cycle(1));
    add("window.previous", "mdi2a-arrow-left", "Ctrl+Shift+Tab", some, () -> workbench.cycle(-1));
    new TabActions(workbench, TEXTS).all().forEach(actions::add);
  }

  private void help() {
    BooleanExpression loaded = is(workbench.components().map(c -> true));
    add("help.open", "mdi2h-help-circle-outline", "F1", loaded, () -> workbench.pages().openHelp());
    add(
        "help.components",
        "mdi2v-view-grid-outline",
        null,
        loaded,
        () -> workbench.pages().openHelp(Topic.HOME));
    add("help.tour", "mdi2m-map-marker-path", null, loaded, () -> workbench.pages().tour());
    add(
        "help.shortcuts",
        "mdi2k-keyboard-outline",
        null,
        loaded,
        () -> workbench.pages().openHelp(Topic.SHORTCUTS));
  }

  private void look(String id, String icon, String shortcut, CanvasCommands.Look how) {
    canvas(id, icon, shortcut, canvas -> canvas.look(how));
  }

  /// Something that only the canvas on the screen can do.
  private void canvas(
      String id, String icon, @Nullable String shortcut, Consumer<CanvasCommands> work) {
    active(id, icon, shortcut, isPipelineShown(), tab -> work.accept(tab.canvas()));
  }

  private void panel(
      String id, String icon, String shortcut, Panel panel, ObservableBooleanValue enabled) {
    toggle(id, icon, shortcut, workbench.layout().shows(panel), enabled);
  }

  private void toggle(
      String id,
      String icon,
      @Nullable String shortcut,
      BooleanProperty selected,
      ObservableBooleanValue enabled) {
    actions.add(
        new Action(
            id,
            TEXTS.get(id),
            icon,
            shortcut,
            enabled,
            selected,
            () -> selected.set(!selected.get())));
  }

  private void active(
      String id,
      String icon,
      @Nullable String shortcut,
      ObservableBooleanValue enabled,
      Consumer<PipelineTab> work) {
    add(id, icon, shortcut, enabled, () -> workbench.activeNow().ifPresent(work));
  }

  private void add(
      String id,
      String icon,
      @Nullable String shortcut,
      ObservableBooleanValue enabled,
      Runnable work) {
    actions.add(new Action(id, TEXTS.get(id), icon, shortcut, enabled, null, work));
  }

  private BooleanExpression isPipelineShown() {
    return is(workbench.selected().map(tab -> tab != null && tab.isCanvas()));
  }

  private BooleanExpression hasTab() {
    return is(active.map(tab -> true));
  }

  private BooleanExpression of(Function<PipelineTab, ObservableValue<Boolean>> rule) {
    return is(active.flatMap(rule));
  }

  private static BooleanExpression is(ObservableValue<Boolean> value) {
    return BooleanExpression.booleanExpression(value.orElse(false));
  }
}
