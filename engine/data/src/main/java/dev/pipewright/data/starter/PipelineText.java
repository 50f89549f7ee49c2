package dev.pipewright.data.starter;

import dev.pipewright.pipeline.Layout;
import dev.pipewright.pipeline.Layout.Position;
import dev.pipewright.pipeline.Link;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// Writes the nodes of a pipeline for a table.
///
/// @param table the table
/// @param name what the pipeline is called
/// @param folder where the project will be
record PipelineText(Table table, String name, Path folder) {

  private static final String SIGNS = "[*?\\[\\]{}\\\\\\p{Cntrl}]";
  static final String CSV = "CsvExampleGen";

  private static final int FEWEST_STEPS = 300;
  private static final int MOST_STEPS = 1_500;
  private static final int EPOCHS = 40;

  private static final SequencedMap<String, Position> PLACES = places();

  private static final Map<String, List<Position>> WAYS =
      Map.of(
          "StatisticsGen.statistics ExampleValidator", level(432, 636, 16),
          "SchemaGen.schema Transform", level(608, 228, 196),
          "SchemaGen.schema Trainer", level(608, 436, 196),
          "CsvExampleGen.examples Evaluator", level(228, 648, 212),
          "Trainer.model Pusher", level(672, 860, 452));

  private static List<Position> level(double from, double to, double y) {
    return List.of(new Position(from, y), new Position(to, y));
  }

  private static SequencedMap<String, Position> places() {
    SequencedMap<String, Position> places = new LinkedHashMap<>();
    places.put(CSV, new Position(24, 32));
    places.put("StatisticsGen", new Position(236, 32));
    places.put("SchemaGen", new Position(448, 32));
    places.put("ExampleValidator", new Position(660, 32));
    places.put("Transform", new Position(236, 228));
    places.put("Trainer", new Position(440, 228));
    places.put("Evaluator", new Position(680, 228));
    places.put("Pusher", new Position(892, 228));
    return places;
  }

  /// Leads the links that would pass below cards between the rows.
  private static Layout led(Layout layout, List<Node> nodes) {
    Layout led = layout;
    for (Link link : nodes.stream().flatMap(Node::links).toList()) {
      List<Position> way = WAYS.get(link.source() + " " + link.node());
      led = way == null ? led : led.withKnots(link, way);
    }
    return led;
  }

  Pipeline look(String reader) {
    return pipeline(lookNodes(reader));
  }

  Pipeline predict(List<Feature> features, Label label) {
    FeatureNames names =
        new FeatureNames(table.columns().stream().map(ColumnSummary::name).toList());
    List<Node> nodes = new ArrayList<>(lookNodes(CSV));
    nodes.add(transform(names, features, label));
    nodes.add(trainer(names, features, label));
    nodes.add(evaluator(names, features, label));
    nodes.add(
        node("Pusher", "model", "Trainer.model", "model_blessing", "Evaluator.blessing")
            .withParameters(
                Json.object(
                    "push_destination",
                    Json.object("filesystem", Json.object("base_directory", "serving_model")))));
    return pipeline(nodes);
  }

  private Pipeline pipeline(List<Node> nodes) {
    SequencedMap<NodeId, Position> positions = new LinkedHashMap<>();
    nodes.forEach(node -> positions.put(node.id(), place(node)));
    return Pipeline.of(name, nodes)
        .withLayout(led(Layout.EMPTY.withPositionsOnly(positions), nodes));
  }

  private static Position place(Node node) {
    Position place = PLACES.get(node.id().value());
    return place == null ? PLACES.firstEntry().getValue() : place;
  }

  private List<Node> lookNodes(String reader) {
    return List.of(
        exampleGen(reader),
        node("StatisticsGen", "examples", reader + ".examples"),
        node("SchemaGen", "statistics", "StatisticsGen.statistics"),
        node(
            "ExampleValidator",
            "statistics",
            "StatisticsGen.statistics",
            "schema",
            "SchemaGen.schema"));
  }

  private Node exampleGen(String reader) {
    Path data = table.file().resolveSibling("");
    Path home = folder.toAbsolutePath().normalize();
    Path base = data.startsWith(home) && !data.equals(home) ? home.relativize(data) : data;
    Fields parameters =
        Json.object(
            "input_base",
            data.equals(home) ? "." : base.toString(),
            "input_config",
            Json.object(
                "splits",
                Json.list(Json.object("name", "single_split", "pattern", pattern(table.file())))));
    return node(reader)
        .withParameters(
            table.badRows() == 0
                ? parameters
                : parameters.with("bad_rows", ParameterValue.of("skip")));
  }

  /// The pattern for this file alone: signs with a meaning in patterns stand for any sign.
  static String pattern(Path file) {
    return file.getFileName().toString().replaceAll(SIGNS, "?").replace("..", ".?");
  }

  private static Node transform(FeatureNames names, List<Feature> features, Label label) {
    List<ParameterValue> outputs = new ArrayList<>();
    for (Feature feature : features) {
      switch (feature) {
        case Feature.Scaled scaled ->
            outputs.add(output(names, scaled.column(), scaled.expression()));
        case Feature.Kind kind -> outputs.add(output(names, kind.column(), kind.expression()));
        case Feature.LeftOut _ -> {}
      }
    }
    outputs.add(output(names, label.column(), label.expression()));
    return node("Transform", "examples", "CsvExampleGen.examples", "schema", "SchemaGen.schema")
        .withParameters(Json.object("outputs", ParameterValue.of(outputs)));
  }

  private static ParameterValue output(
      FeatureNames names, ColumnSummary column, String expression) {
    return Json.object("name", names.transformed(column.name()), "expression", expression);
  }

  private Node trainer(FeatureNames names, List<Feature> features, Label label) {
    long batch = batch();
    return node(
            "Trainer",
            "examples",
            "Transform.transformed_examples",
            "transform_graph",
            "Transform.transform_graph",
            "schema",
            "SchemaGen.schema")
        .withParameters(
            Json.object(
                "train_args",
                Json.object("num_steps", steps(batch)),
                "label_key",
                names.transformed(label.column().name()),
                "train_batch_size",
                batch,
                "eval_batch_size",
                batch,
                "model",
                Network.of(names.of(label.column().name()), names, features, label),
                "optimizer",
                Json.object("class_name", "Adam", "config", Json.object("learning_rate", 0.005)),
                "loss",
                label.loss(),
                "metrics",
                Json.texts(label.trainingMetrics()),
                "steps_per_epoch",
                steps(batch) / 10));
  }

  /// About a hundredth of the rows: 16 to 256.
  private long batch() {
    return Math.clamp(Long.highestOneBit(Math.max(1, table.rows() / 100)), 16, 256);
  }

  /// Two of three examples are trained on.
  private long steps(long batch) {
    return Math.clamp(EPOCHS * table.rows() * 2 / 3 / batch, FEWEST_STEPS, MOST_STEPS);
  }

  private static Node evaluator(FeatureNames names, List<Feature> features, Label label) {
    Fields config =
        Json.object(
            "model_specs",
            Json.list(
                Json.object(
                    "signature_name",
                    "serving_default",
                    "label_key",
                    names.transformed(label.column().name()),
                    "preprocessing_function_names",
                    Json.list("transform_features"))),
            "slicing_specs",
            Json.list(Stream.concat(Stream.of(Json.object()), slices(features)).toArray()),
            "metrics_specs",
            Json.list(Json.object("metrics", label.evaluationMetrics())));
    return node(
            "Evaluator",
            "examples",
            "CsvExampleGen.examples",
            "model",
            "Trainer.model",
            "schema",
            "SchemaGen.schema")
        .withParameters(Json.object("eval_config", config));
  }

  /// By the first feature with few values.
  private static Stream<Fields> slices(List<Feature> features) {
    return features.stream()
        .filter(feature -> feature instanceof Feature.Kind kind && kind.size() <= 10)
        .limit(1)
        .map(Feature.Kind.class::cast)
        .map(kind -> Json.object("feature_keys", Json.list(kind.column().name())));
  }

  private static Node node(String component, String... portsAndSources) {
    SequencedMap<String, List<Source>> inputs = new LinkedHashMap<>();
    for (int i = 0; i < portsAndSources.length; i += 2) {
      inputs.put(portsAndSources[i], List.of(Source.parse(portsAndSources[i + 1]).orElseThrow()));
    }
    return Node.of(new NodeId(component), component).withInputs(inputs);
  }
}
