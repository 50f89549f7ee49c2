package dev.pipewright.datavalidation;

import dev.pipewright.datavalidation.schema.SchemaInference;
import dev.pipewright.datavalidation.schema.SchemaInference.Shapes;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.component.Component;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.ComponentSpec.Category;
import dev.pipewright.pipeline.component.ComponentSpec.Resources;
import dev.pipewright.pipeline.component.Execution;
import dev.pipewright.pipeline.component.Executor;
import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.ParameterType;
import dev.pipewright.pipeline.component.PortSpec;
import dev.pipewright.protos.tfmd.Schema;
import java.io.IOException;
import java.util.List;

/// TFX's SchemaGen: a schema that fits the statistics of all splits. It is inferred from the first
/// split and updated from the others, in the order in which the statistics name them.
public final class SchemaGen implements Component {

  private static final String INFER_SHAPE = "infer_feature_shape";

  private static final ComponentSpec SPEC =
      new ComponentSpec(
          "SchemaGen",
          Category.VALIDATION,
          1,
          "Infers a schema from statistics: types, presence, shapes, and the values of strings.",
          List.of(
              PortSpec.one(
                  "statistics", ArtifactType.EXAMPLE_STATISTICS, "The statistics to infer from.")),
          List.of(PortSpec.one("schema", ArtifactType.SCHEMA, "The schema that fits them.")),
          List.of(
              ParameterSpec.withDefault(
                  INFER_SHAPE,
                  new ParameterType.Bool(),
                  ParameterValue.of(true),
                  "Whether a feature that always has the same number of values gets a shape, so"
                      + " that Transform makes a dense tensor of it."),
              SplitChoice.PARAMETER),
          Resources.LIGHT);

  /// The component.
  public SchemaGen() {}

  @Override
  public ComponentSpec spec() {
    return SPEC;
  }

  @Override
  public Behavior behavior() {
    return (Executor) SchemaGen::execute;
  }

  private static void execute(Execution execution) throws IOException {
    StatisticsArtifact statistics = StatisticsArtifact.open(execution.input("statistics"));
    Shapes shapes = execution.parameters().flag(INFER_SHAPE) ? Shapes.INFERRED : Shapes.OMITTED;
    List<String> splits = SplitChoice.of(statistics.splitNames(), execution);
    Schema schema = SchemaInference.infer(statistics.allExamples(splits.getFirst()), shapes);
    for (String split : splits.subList(1, splits.size())) {
      schema = SchemaInference.update(schema, statistics.allExamples(split));
    }
    SchemaArtifact.write(execution.output("schema"), schema);
    execution.progress().log("schema of " + schema.getFeatureCount() + " features");
  }
}
