package dev.pipewright.app.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.nodes.TestNode;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class PortsViewTest {

  private static List<String> texts(PortsView view) {
    return Fx.call(
        () -> view.lookupAll(".label").stream().map(node -> ((Label) node).getText()).toList());
  }

  private static PortsView view(TestNode node) {
    PortsView view = Fx.call(() -> new PortsView(node, FXCollections.observableArrayList()));
    Fx.run(view::follow);
    Fx.show(view, 312, 400);
    return view;
  }

  @Test
  void showsTheTypeThatAParameterGivesAnOutput() {
    Node importer = Node.of(new NodeId("Importer"), "Importer");
    TestNode node = TestNode.in(Pipeline.of("p", List.of(importer)), "Importer");
    PortsView view = view(node);
    assertEquals(List.of("Outputs", "result", "Artifact", "not made yet"), texts(view));

    Fx.run(
        () ->
            node.edit(
                new Edit.SetParameter(
                    importer.id(), "artifact_type", ParameterValue.of("Schema"))));

    assertEquals(List.of("Outputs", "result", "Schema", "not made yet"), texts(view));
  }
}
