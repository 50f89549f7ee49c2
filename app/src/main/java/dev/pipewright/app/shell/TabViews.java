package dev.pipewright.app.shell;

import dev.pipewright.app.action.ActionControls;
import dev.pipewright.app.desk.Place;
import dev.pipewright.app.error.Notice;
import dev.pipewright.app.graph.Part;
import dev.pipewright.app.start.LabelPanel;
import dev.pipewright.app.start.TableStart;
import dev.pipewright.app.text.Texts;
import dev.pipewright.nodes.Disposable;
import dev.pipewright.nodes.Focus;
import dev.pipewright.nodes.Focusable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/// What tabs show: made when a tab is first shown, taken along from group to group and window to
/// window, and let go of when it closes.
final class TabViews {

  private static final Texts TEXTS = Texts.of(TabViews.class);

  private final Workbench workbench;
  private final ActionControls controls;
  private final Map<Tab, Node> views = new HashMap<>();
  private final Map<Tab, Runnable> disposals = new HashMap<>();
  private final Map<PipelineTab, LabelPanel> starts = new HashMap<>();
  private final Map<Tab, CanvasTools> tools = new HashMap<>();
  private final List<Runnable> listeners = new ArrayList<>();
  private Place.@Nullable Group<Tab> group;

  TabViews(Workbench workbench, ActionControls controls) {
    this.workbench = workbench;
    this.controls = controls;
    workbench.tabs().subscribe(this::forgetClosed);
    workbench.selected().subscribe(this::worked);
    workbench.desks().subscribe(this::moved);
  }

  /// A tab that comes to another group, or window, has the keys there.
  private void moved() {
    Tab tab = workbench.selected().get();
    Place.Group<Tab> now = tab == null ? null : workbench.desks().groupOf(tab).orElse(null);
    if (tab != null && now != null && now != group) {
      group = now;
      lead(tab);
    }
  }

  /// Told when what stands beside a project is another.
  void addListener(Runnable told) {
    listeners.add(told);
  }

  void removeListener(Runnable told) {
    listeners.remove(told);
  }

  private void forgetClosed() {
    views.keySet().stream()
        .filter(tab -> !workbench.tabs().contains(tab))
        .toList()
        .forEach(
            tab -> {
              Runnable dispose = disposals.remove(tab);
              if (dispose != null) {
                dispose.run();
              }
              tools.remove(tab);
              Node view = views.remove(tab);
              starts.remove(tab);
              if (view instanceof CanvasTab canvas) {
                canvas.dispose();
              } else if (view instanceof Disposable disposable) {
                disposable.dispose();
              }
            });
  }

  /// What a tab shows.
  Node view(Tab tab) {
    Node known = views.get(tab);
    if (known == null) {
      // A part makes the view of the whole first: no place to compute in the map.
      known = make(tab);
      views.put(tab, known);
    }
    return known;
  }

  /// The tools at the right of a project's tabs; null for another tab.
  @Nullable Node tools(Tab tab) {
    return canvas(tab)
        .map(pane -> tools.computeIfAbsent(tab, each -> new CanvasTools(pane.graph(), controls)))
        .orElse(null);
  }

  /// The canvas of a tab that has one.
  private Optional<CanvasPane> canvas(Tab tab) {
    return view(tab) instanceof CanvasTab shown ? Optional.of(shown.canvas()) : Optional.empty();
  }

  /// What a person works on: of a project shown in several tabs, commands go to this one.
  private void worked(@Nullable Tab tab) {
    if (tab == null) {
      return;
    }
    PipelineTab pipeline = tab.pipeline();
    if (pipeline != null && view(tab) instanceof CanvasTab shown) {
      pipeline.setCanvas(shown);
      shown.canvas().selected();
    }
    lead(tab);
  }

  /// The keys go to what a tab shows, unless they are there already, or in the inspector beside it.
  private void lead(Tab tab) {
    Node view = view(tab);
    if (view.getScene() != null) {
      Node owner = view.getScene().getFocusOwner();
      boolean isThere =
          Stream.iterate(owner, Objects::nonNull, Node::getParent)
              .anyMatch(each -> each == view || tab.isCanvas() && each instanceof BesidePlace);
      if (!isThere) {
        enter(tab);
      }
    }
  }

  /// The keys go to what a tab shows.
  void enter(Tab tab) {
    Node view = view(tab);
    (view instanceof CanvasTab canvas ? canvas.graph() : first(view).orElse(view)).requestFocus();
  }

  /// The first part of what is shown that takes keys.
  private static Optional<Node> first(Node node) {
    if (!node.isVisible() || node.isDisabled()) {
      return Optional.empty();
    }
    if (node.isFocusTraversable()) {
      return Optional.of(node);
    }
    return node instanceof Parent parent
        ? parent.getChildrenUnmodifiable().stream()
            .flatMap(child -> first(child).stream())
            .findFirst()
        : Optional.empty();
  }

  /// What stands beside a canvas: its inspector, or for a table the question what shall be
  /// predicted, until it is answered.
  Node beside(Tab tab) {
    TableStart start = tab instanceof PipelineTab project ? project.start().get() : null;
    return tab instanceof PipelineTab project && start != null
        ? starts.computeIfAbsent(
            project, each -> new LabelPanel(start, notes -> answered(each, notes)))
        : ((CanvasTab) view(tab)).inspector();
  }

  private void answered(PipelineTab tab, List<String> notes) {
    starts.remove(tab);
    tab.start().set(null);
    if (!notes.isEmpty()) {
      workbench
          .errors()
          .tell(new Notice(TEXTS.get("start.notes"), "", String.join(" ", notes), "", false));
    }
  }

  private Node make(Tab tab) {
    return switch (tab) {
      case PipelineTab pipeline -> {
        pipeline.start().subscribe((before, now) -> List.copyOf(listeners).forEach(Runnable::run));
        PipelinePane pane =
            new PipelinePane(
                workbench,
                pipeline,
                Objects.requireNonNull(workbench.components().get()),
                controls);
        Platform.runLater(() -> lead(pipeline, pane));
        yield pane;
      }
      case Tab.Again again -> {
        CanvasLook look = again.pipeline().canvas().look();
        AgainPane pane =
            new AgainPane(
                workbench,
                again.pipeline(),
                Part.WHOLE,
                (PipelinePane) view(again.pipeline()),
                Objects.requireNonNull(workbench.components().get()),
                controls);
        pane.look(look);
        yield pane;
      }
      case Tab.Part part ->
          new PartPane(
              workbench,
              part,
              (PipelinePane) view(part.pipeline()),
              Objects.requireNonNull(workbench.components().get()),
              controls);
      case Tab.Viewer viewer -> viewer.viewer().view(new ViewedArtifact(workbench, viewer));
      case Tab.Outside outside -> outside.viewer().view(new ViewedOutside(workbench, outside));
      case Tab.Page page -> {
        Tab.Shown shown = page.maker().get();
        disposals.put(page, shown.dispose());
        yield shown.view();
      }
      case Tab.Own own -> workbench.pages().view(own.kind(), controls);
    };
  }

  /// The keys go to the canvas of a project that is opened.
  private void lead(PipelineTab tab, PipelinePane pane) {
    if (workbench.selected().get() == tab) {
      pane.graph().requestFocus();
    }
  }

  /// Shows something else in a tab that is open.
  ///
  /// @return whether its view can
  boolean focus(Tab tab, Focus focus) {
    if (view(tab) instanceof Focusable focusable) {
      focusable.focus(focus);
      return true;
    }
    return false;
  }
}
