package dev.pipewright.app.shell;

import dev.pipewright.app.action.ActionControls;
import dev.pipewright.app.text.Texts;
import dev.pipewright.canvas.GraphView;
import dev.pipewright.canvas.Tool;
import dev.pipewright.nodes.theme.Icons;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The canvas's tools, at the right of the tabs: select or move, arrange, grid, legend.
final class CanvasTools extends HBox {

  private static final Texts TEXTS = Texts.of(CanvasTools.class);

  CanvasTools(GraphView graph, ActionControls controls) {
    getStyleClass().add("canvas-tools");
    ToggleButton select = toggle("mdi2c-cursor-default-outline", "tool.select");
    ToggleButton hand = toggle("mdi2h-hand-back-right-outline", "tool.hand");
    graph
        .toolProperty()
        .subscribe(
            tool -> {
              select.setSelected(tool == Tool.SELECT);
              hand.setSelected(tool == Tool.HAND);
            });
    select.setOnAction(
        event -> {
          graph.toolProperty().set(Tool.SELECT);
          select.setSelected(true);
        });
    hand.setOnAction(
        event -> {
          graph.toolProperty().set(Tool.HAND);
          hand.setSelected(true);
        });
    ToggleButton grid = toggle("mdi2g-grid", "tool.grid");
    grid.selectedProperty().bindBidirectional(graph.gridVisibleProperty());
    ToggleButton legend = toggle("mdi2s-shape-outline", "tool.legend");
    legend.selectedProperty().bindBidirectional(graph.legendVisibleProperty());
    ButtonBase arrange = controls.iconButton("pipeline.arrange", "small");
    arrange.setGraphic(Icons.of("mdi2a-auto-fix"));
    Region line = new Region();
    line.getStyleClass().addAll("tool-separator", "small");
    getChildren().setAll(select, hand, line, arrange, legend, grid);
    setMinWidth(USE_PREF_SIZE);
  }

  private static ToggleButton toggle(String icon, String key) {
    ToggleButton button = new ToggleButton(null, Icons.of(icon));
    button.getStyleClass().addAll("flat", "small", "icon-button");
    button.setFocusTraversable(false);
    button.setTooltip(new Tooltip(TEXTS.get(key)));
    button.setAccessibleText(TEXTS.get(key));
    return button;
  }
}
