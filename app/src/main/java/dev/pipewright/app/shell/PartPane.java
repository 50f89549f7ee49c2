package dev.pipewright.app.shell;

import dev.pipewright.app.action.ActionControls;
import dev.pipewright.app.components.Components;
import dev.pipewright.app.graph.Part;
import dev.pipewright.app.text.Texts;
import dev.pipewright.nodes.theme.Icons;
import dev.pipewright.pipeline.Frame;
import dev.pipewright.pipeline.Layout;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Pipeline;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

/// A group of a project in a tab of its own: the way to the whole, by the groups that it lies in,
/// and the canvas of the part. What is no matter of the canvas is done where the whole is shown. To
/// be disposed of.
final class PartPane extends AgainPane {

  private static final Texts TEXTS = Texts.of(PartPane.class);

  private final Workbench workbench;
  private final Tab.Part tab;
  private final HBox outers = new HBox();
  private final Label name = new Label();
  private final Label count = new Label();
  private final Subscription subscription;
  private boolean isFitted;

  /// @param whole where all of the project is shown
  PartPane(
      Workbench workbench,
      Tab.Part tab,
      PipelinePane whole,
      Components components,
      ActionControls controls) {
    super(workbench, tab.pipeline(), new Part(tab.frame()), whole, components, controls);
    this.workbench = workbench;
    this.tab = tab;
    getChildren().addFirst(bar());
    subscription = tab.pipeline().project().document().subscribe(this::documentChanged);
    graph().heightProperty().subscribe(this::fit);
  }

  private HBox bar() {
    Hyperlink up =
        new Hyperlink(tab.pipeline().title(), Icons.of("mdi2s-sitemap-outline", "icon-14"));
    up.setId("part-up");
    up.setOnAction(event -> workbench.selected().set(tab.pipeline()));
    name.getStyleClass().add("semibold");
    count.getStyleClass().addAll("caption", "muted");
    outers.getStyleClass().add("part-way");
    outers.managedProperty().bind(Bindings.isNotEmpty(outers.getChildren()));
    HBox bar = new HBox(up, outers, chevron(), name, count);
    bar.getStyleClass().add("part-bar");
    return bar;
  }

  private static Node chevron() {
    return Icons.of("mdi2c-chevron-right", "icon-14", "muted");
  }

  /// The groups that this one lies in, the outermost first, to be opened.
  private List<Node> way(Layout layout) {
    List<Node> way = new ArrayList<>();
    for (String id : layout.outers(tab.frame()).reversed()) {
      Hyperlink outer = new Hyperlink(layout.frame(id).map(Frame::title).orElse(""));
      outer.setId("part-up-" + id);
      outer.setOnAction(event -> workbench.opening().show(new Tab.Part(tab.pipeline(), id)));
      way.add(chevron());
      way.add(outer);
    }
    return way;
  }

  private void documentChanged(Pipeline now) {
    now.layout()
        .frame(tab.frame())
        .ifPresentOrElse(
            frame -> {
              outers.getChildren().setAll(way(now.layout()));
              name.setText(frame.title());
              count.setText(TEXTS.get("part.count", members(now).size()));
            },
            // The group is gone, by undo or by hand.
            () -> Platform.runLater(() -> workbench.close(tab)));
  }

  private List<NodeId> members(Pipeline pipeline) {
    return pipeline.layout().nodesWithin(tab.frame()).stream()
        .filter(id -> pipeline.node(id).isPresent())
        .toList();
  }

  /// Shows all of the part as soon as there is room to.
  private void fit() {
    if (!isFitted && graph().getHeight() > 0 && graph().getWidth() > 0) {
      isFitted = true;
      graph().fit();
    }
  }

  private boolean shows(NodeId node) {
    return graph().getDocument().nodes().stream()
        .anyMatch(shown -> shown.key().equals(node.value()));
  }

  @Override
  public void reveal(NodeId node) {
    if (shows(node)) {
      super.reveal(node);
    } else {
      whole().reveal(node);
    }
  }

  @Override
  void dispose() {
    subscription.unsubscribe();
    super.dispose();
  }
}
