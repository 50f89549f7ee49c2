package dev.pipewright.pipeline.wiring;

import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.Source;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.component.Component;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.Executor;
import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.ParameterType;
import dev.pipewright.pipeline.component.PortSpec;
import java.util.Arrays;
import java.util.List;

/// A few components that do nothing, for tests of links.
public final class TestComponents {

  private TestComponents() {}

  private record Idle(ComponentSpec spec) implements Component {
    @Override
    public Behavior behavior() {
      return (Executor) execution -> {};
    }
  }

  private static Component component(
      String name, List<PortSpec> inputs, List<PortSpec> outputs, ParameterSpec... parameters) {
    return new Idle(
        new ComponentSpec(
            name,
            ComponentSpec.Category.DATA,
            1,
            "",
            inputs,
            outputs,
            List.of(parameters),
            ComponentSpec.Resources.LIGHT));
  }

  private static PortSpec one(String name, ArtifactType type) {
    return PortSpec.one(name, type, "");
  }

  /// Gen, Stats, Infer, Convert, Merge, Train, Judge and Import.
  public static final ComponentRegistry REGISTRY =
      ComponentRegistry.of(
          List.of(
              component("Gen", List.of(), List.of(one("examples", ArtifactType.EXAMPLES))),
              component(
                  "Stats",
                  List.of(one("examples", ArtifactType.EXAMPLES)),
                  List.of(one("statistics", ArtifactType.EXAMPLE_STATISTICS))),
              component(
                  "Infer",
                  List.of(one("statistics", ArtifactType.EXAMPLE_STATISTICS)),
                  List.of(one("schema", ArtifactType.SCHEMA))),
              component(
                  "Convert",
                  List.of(
                      one("examples", ArtifactType.EXAMPLES), one("schema", ArtifactType.SCHEMA)),
                  List.of(
                      one("transformed", ArtifactType.EXAMPLES),
                      one("graph", ArtifactType.TRANSFORM_GRAPH))),
              component(
                  "Merge",
                  List.of(PortSpec.many("examples", ArtifactType.EXAMPLES, "")),
                  List.of(one("examples", ArtifactType.EXAMPLES))),
              component(
                  "Train",
                  List.of(
                      one("examples", ArtifactType.EXAMPLES),
                      PortSpec.optional("schema", ArtifactType.SCHEMA, "")),
                  List.of(one("model", ArtifactType.MODEL))),
              component(
                  "Judge",
                  List.of(
                      one("model", ArtifactType.MODEL),
                      PortSpec.optional("baseline", ArtifactType.MODEL, "")),
                  List.of(one("blessing", ArtifactType.MODEL_BLESSING))),
              component(
                  "Import",
                  List.of(),
                  List.of(
                      new PortSpec(
                          "result",
                          new ArtifactType("Artifact"),
                          PortSpec.Arity.ONE,
                          "",
                          "artifact_type")),
                  ParameterSpec.required("artifact_type", new ParameterType.Text(), ""))));

  /// A pipeline of nodes written as `name:Component input=Source.output input=…`.
  public static Pipeline pipeline(String... nodes) {
    return Pipeline.of("p", Arrays.stream(nodes).map(TestComponents::node).toList());
  }

  /// A node written as `name:Component input=Source.output input=…`.
  public static Node node(String text) {
    String[] words = text.split(" ");
    String[] head = words[0].split(":");
    Node node = Node.of(new NodeId(head[0]), head[1]);
    for (String link : Arrays.asList(words).subList(1, words.length)) {
      String[] ends = link.split("=");
      List<Source> sources = new java.util.ArrayList<>(node.inputs(ends[0]));
      sources.add(source(ends[1]));
      node = node.withInput(ends[0], sources);
    }
    return node;
  }

  /// The source of this text.
  public static Source source(String text) {
    return Source.parse(text).orElseThrow();
  }
}
