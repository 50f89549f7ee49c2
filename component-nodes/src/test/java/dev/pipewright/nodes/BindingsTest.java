package dev.pipewright.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.nodes.NodeBinding.NodeFace;
import dev.pipewright.nodes.NodeStatus.State;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Leaks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.javafx.FontIcon;

/// What holds for all bindings.
@ExtendWith(FxToolkit.class)
class BindingsTest {

  private static List<NodeBinding> bindings() {
    return ServiceLoader.load(NodeBinding.class).stream().map(ServiceLoader.Provider::get).toList();
  }

  @Test
  void everyComponentHasOne() {
    assertEquals(
        ComponentRegistry.load().names(),
        bindings().stream().map(NodeBinding::component).sorted().toList());
  }

  @Test
  void everyIconIsThere() {
    for (NodeBinding binding : bindings()) {
      assertEquals(binding.icon(), Fx.call(() -> new FontIcon(binding.icon()).getIconLiteral()));
    }
    for (CategoryStyle style : CategoryStyle.values()) {
      assertEquals(style.icon(), Fx.call(() -> new FontIcon(style.icon()).getIconLiteral()));
    }
  }

  @Test
  void everyFaceShowsANodeWithoutParameters() {
    for (NodeBinding binding : bindings()) {
      TestNode model = TestNode.of(binding.component());
      NodeFace face = Fx.call(() -> binding.face(model));
      assertEquals(false, FaceTexts.of(face.preview()).isEmpty(), binding.component());
      Fx.run(face::dispose);
    }
  }

  @Test
  void everyFaceSaysWhatTheTaxiSampleWillDo() {
    Map<String, NodeBinding> byComponent =
        bindings().stream().collect(Collectors.toMap(NodeBinding::component, b -> b));
    List<String> lines = new ArrayList<>();
    for (TestNode model : TestNode.sample("taxi")) {
      NodeFace face = Fx.call(() -> byComponent.get(model.spec().name()).face(model));
      lines.add(model.spec().name() + ": " + String.join(" | ", FaceTexts.of(face.preview())));
      Fx.run(face::dispose);
    }
    assertEquals(
        List.of(
            "CsvExampleGen: from data | train 67 % | eval 33 %",
            "StatisticsGen: All splits",
            "SchemaGen: Types, shapes, domains",
            "ExampleValidator: All splits",
            "Transform: 17 raw → 17 transformed | 2 vocabularies · 4 bucketed",
            "Trainer: crossentropy | 1,000 steps | batch 40",
            "Resolver: Latest blessed",
            "Evaluator: 2 slicings · accuracy ≥ 0.6",
            "Pusher: to serving_model"),
        lines);
  }

  @Test
  void everyFaceIsCollectedAfterItWasDisposedOf() {
    for (NodeBinding binding : bindings()) {
      TestNode model = TestNode.of(binding.component());
      Leaks.assertCollected(
          binding.component(),
          () -> {
            model.scalars().add("train/loss", 1, 0.5);
            NodeFace face = binding.face(model);
            model.is(State.RUNNING, 1, 0.5);
            face.dispose();
            return face;
          });
    }
  }
}
