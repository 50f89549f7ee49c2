package dev.pipewright.metadata;

import com.google.protobuf.Any;
import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.pipewright.metadata.MetadataType.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// What the tests put in stores: the same as `peers/goldens/metadata_store.py`.
final class Samples {

  static final MetadataType EVERY =
      MetadataType.of(
          Kind.ARTIFACT,
          "Every",
          Map.of(
              "an_int", PropertyType.INT,
              "a_double", PropertyType.DOUBLE,
              "a_string", PropertyType.STRING,
              "a_struct", PropertyType.STRUCT,
              "a_proto", PropertyType.PROTO,
              "a_bool", PropertyType.BOOLEAN));

  static final Map<String, PropertyValue> EVERY_VALUE =
      Map.of(
          "an_int", PropertyValue.of(-(1L << 62)),
          "a_double", PropertyValue.of(0.1),
          "a_string", PropertyValue.of("l'été\n\uD83D\uDE00"),
          "a_struct", new PropertyValue.Struct(struct()),
          "a_proto",
              new PropertyValue.Proto(
                  Any.pack(Value.newBuilder().setStringValue("in a box").build())),
          "a_bool", PropertyValue.of(true));

  private Samples() {}

  private static Struct struct() {
    ListValue list =
        ListValue.newBuilder()
            .addValues(Value.newBuilder().setNumberValue(1))
            .addValues(Value.newBuilder().setNullValue(NullValue.NULL_VALUE))
            .addValues(Value.newBuilder().setBoolValue(true))
            .addValues(Value.newBuilder().setStringValue("x"))
            .build();
    return Struct.newBuilder()
        .putFields("list", Value.newBuilder().setListValue(list).build())
        .build();
  }

  static Properties custom(String name, PropertyValue value) {
    return Properties.custom(Map.of(name, value));
  }

  static List<ContextDraft> contexts(String node) {
    return List.of(
        TfxTypes.pipeline("taxi"), TfxTypes.run("taxi", "first"), TfxTypes.node("taxi", node));
  }

  static ExecutionDraft execution(
      String component, String name, ExecutionState state, Properties properties) {
    return new ExecutionDraft(TfxTypes.execution(component), name, state, properties);
  }

  static Output.Made made(String type, String uri, Map<String, PropertyValue> values) {
    MetadataType artifactType = TfxTypes.artifact(type);
    return new Output.Made(
        new ArtifactDraft(
            artifactType, uri, ArtifactState.LIVE, Properties.of(artifactType, values)));
  }

  /// A map with its entries in order: `slots("a", x, "b", y)`.
  static <T> SequencedMap<String, List<T>> slots(String key, List<T> list) {
    SequencedMap<String, List<T>> slots = new LinkedHashMap<>();
    slots.put(key, list);
    return slots;
  }

  /// No inputs, or no outputs.
  static <T> SequencedMap<String, List<T>> none() {
    return new LinkedHashMap<>();
  }

  /// Puts an execution that is done, with one output of one artifact.
  static Published step(
      MetadataStore store, String node, SequencedMap<String, List<ArtifactId>> inputs) {
    return store.put(
        new Publication(
            execution(
                node,
                node + "-" + store.executions().size(),
                ExecutionState.COMPLETE,
                Properties.NONE),
            contexts(node),
            inputs,
            slots("out", List.of(made("Model", "/" + node, Map.of())))));
  }

  /// What the golden's script puts.
  static void fill(MetadataStore store) {
    contexts("").subList(0, 2).forEach(store::put);
    ArtifactId examples = generate(store);
    SequencedMap<String, List<ArtifactId>> inputs = slots("examples", List.of(examples));
    List<ArtifactId> statistics = computeStatistics(store, inputs);
    store.put(
        new Publication(
            execution(
                "StatisticsGen",
                "statistics-2",
                ExecutionState.CACHED,
                custom("cache_key", PropertyValue.of("k1"))),
            contexts("StatisticsGen"),
            inputs,
            slots("statistics", statistics.stream().<Output>map(Output.Reused::new).toList())));
    store.put(
        new Publication(
            execution("CsvExampleGen", "gen-2", ExecutionState.FAILED, Properties.NONE),
            contexts("CsvExampleGen"),
            none(),
            slots(
                "every",
                List.of(
                    new Output.Made(
                        new ArtifactDraft(
                            EVERY,
                            "/root/every",
                            ArtifactState.ABANDONED,
                            Properties.of(EVERY_VALUE, EVERY_VALUE)))))));
  }

  private static ArtifactId generate(MetadataStore store) {
    Properties parameters =
        Properties.custom(
            Map.of(
                "input_base", PropertyValue.of("/data"),
                "output_file_format", PropertyValue.of(5)));
    List<ContextDraft> contexts = contexts("CsvExampleGen");
    ExecutionId execution =
        store
            .put(
                Publication.start(
                    execution("CsvExampleGen", "gen-1", ExecutionState.RUNNING, parameters),
                    contexts,
                    none()))
            .execution();
    MetadataType type = TfxTypes.artifact("Examples");
    ArtifactDraft examples =
        new ArtifactDraft(
            type,
            "/root/CsvExampleGen/examples/" + execution,
            ArtifactState.LIVE,
            Properties.of(
                Map.of("split_names", PropertyValue.of("[\"train\", \"eval\"]")),
                Map.of("span", PropertyValue.of(0), "is_external", PropertyValue.of(0))));
    return store
        .finish(
            execution,
            ExecutionState.COMPLETE,
            Map.of("span", PropertyValue.of(0)),
            contexts,
            slots("examples", List.of(new Output.Made(examples))))
        .outputs()
        .get("examples")
        .getFirst();
  }

  private static List<ArtifactId> computeStatistics(
      MetadataStore store, SequencedMap<String, List<ArtifactId>> inputs) {
    SequencedMap<String, List<ArtifactId>> twice = new LinkedHashMap<>(inputs);
    twice.put("baseline", inputs.firstEntry().getValue());
    Struct rates =
        Struct.newBuilder()
            .putFields("train", Value.newBuilder().setNumberValue(0.5).build())
            .build();
    Map<String, PropertyValue> values =
        Map.of(
            "span", PropertyValue.of(3), "sample_rate_by_split", new PropertyValue.Struct(rates));
    String uri = "/root/StatisticsGen/statistics/2/";
    return store
        .put(
            new Publication(
                execution(
                    "StatisticsGen",
                    "statistics-1",
                    ExecutionState.COMPLETE,
                    custom("cache_key", PropertyValue.of("k1"))),
                contexts("StatisticsGen"),
                twice,
                slots(
                    "statistics",
                    List.of(
                        made("ExampleStatistics", uri + 0, values),
                        made("ExampleStatistics", uri + 1, values)))))
        .outputs()
        .get("statistics");
  }
}
