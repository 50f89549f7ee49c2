package dev.pipewright.metadata;

import static dev.pipewright.metadata.BaseType.DATASET;
import static dev.pipewright.metadata.BaseType.DEPLOY;
import static dev.pipewright.metadata.BaseType.EVALUATE;
import static dev.pipewright.metadata.BaseType.MODEL;
import static dev.pipewright.metadata.BaseType.PROCESS;
import static dev.pipewright.metadata.BaseType.STATISTICS;
import static dev.pipewright.metadata.BaseType.TRAIN;
import static dev.pipewright.metadata.BaseType.TRANSFORM;
import static dev.pipewright.metadata.MetadataType.Kind.ARTIFACT;
import static dev.pipewright.metadata.MetadataType.Kind.CONTEXT;
import static dev.pipewright.metadata.MetadataType.Kind.EXECUTION;
import static dev.pipewright.metadata.PropertyType.INT;
import static dev.pipewright.metadata.PropertyType.STRING;

import java.util.List;
import java.util.Map;

/// The types under which TFX 1.21 records its pipelines, and the contexts it puts them in.
public final class TfxTypes {

  /// Groups all that a pipeline ever did; named after it.
  public static final MetadataType PIPELINE = MetadataType.of(CONTEXT, "pipeline");

  /// Groups what one run did; its parent is the pipeline.
  public static final MetadataType PIPELINE_RUN = MetadataType.of(CONTEXT, "pipeline_run");

  /// Groups what a node ever did.
  public static final MetadataType NODE = MetadataType.of(CONTEXT, "node");

  /// Groups the executions that may stand for each other; named after the cache key.
  public static final MetadataType EXECUTION_CACHE = MetadataType.of(CONTEXT, "execution_cache");

  private TfxTypes() {}

  /// TFX's artifact type of this name, as `Examples`; a name that TFX has not gives a type without
  /// declared properties.
  public static MetadataType artifact(String name) {
    MetadataType plain = MetadataType.of(ARTIFACT, name);
    return switch (name) {
      case "Examples" ->
          MetadataType.of(
                  ARTIFACT, name, Map.of("span", INT, "split_names", STRING, "version", INT))
              .extending(DATASET);
      case "ExampleStatistics" -> splits(name).extending(STATISTICS);
      case "ExampleAnomalies", "ExampleValidationMetrics" -> splits(name);
      case "Model", "PushedModel" -> plain.extending(MODEL);
      default -> plain;
    };
  }

  private static MetadataType splits(String name) {
    return MetadataType.of(ARTIFACT, name, Map.of("span", INT, "split_names", STRING));
  }

  /// The type of a TFX component's executions: the Python class of the component of this name, as
  /// `StatisticsGen`; for a component that TFX has not, the name itself.
  public static MetadataType execution(String component) {
    return switch (component) {
      case "CsvExampleGen" -> component("example_gen.csv_example_gen", component);
      case "ImportExampleGen" -> component("example_gen.import_example_gen", component);
      case "StatisticsGen" -> component("statistics_gen", component).extending(PROCESS);
      case "SchemaGen" -> component("schema_gen", component).extending(PROCESS);
      case "ExampleValidator" -> component("example_validator", component);
      case "DistributionValidator" -> component("distribution_validator", component);
      case "Transform" -> component("transform", component).extending(TRANSFORM);
      case "Trainer" -> component("trainer", component).extending(TRAIN);
      case "Evaluator" -> component("evaluator", component).extending(EVALUATE);
      case "Pusher" -> component("pusher", component).extending(DEPLOY);
      case "Resolver" -> MetadataType.of(EXECUTION, COMMON + "resolver.Resolver");
      case "Importer" -> MetadataType.of(EXECUTION, COMMON + "importer.Importer");
      default -> MetadataType.of(EXECUTION, component);
    };
  }

  private static final String COMMON = "tfx.dsl.components.common.";

  private static MetadataType component(String module, String name) {
    return MetadataType.of(EXECUTION, "tfx.components." + module + ".component." + name);
  }

  /// The context of a pipeline.
  public static ContextDraft pipeline(String pipeline) {
    return new ContextDraft(PIPELINE, pipeline, Properties.NONE, List.of());
  }

  /// The context of a run. The name of a run is unique among all pipelines of the store.
  public static ContextDraft run(String pipeline, String run) {
    return new ContextDraft(PIPELINE_RUN, run, Properties.NONE, List.of(pipeline(pipeline)));
  }

  /// The context of a node.
  public static ContextDraft node(String pipeline, String node) {
    return new ContextDraft(NODE, nodeName(pipeline, node), Properties.NONE, List.of());
  }

  /// The name of a node's context.
  public static String nodeName(String pipeline, String node) {
    return pipeline + "." + node;
  }

  /// The context of a cache key.
  public static ContextDraft executionCache(String key) {
    return new ContextDraft(EXECUTION_CACHE, key, Properties.NONE, List.of());
  }
}
