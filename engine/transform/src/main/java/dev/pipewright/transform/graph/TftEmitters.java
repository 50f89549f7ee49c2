package dev.pipewright.transform.graph;

import dev.pipewright.tensorflow.DType;
import dev.pipewright.tensorflow.GraphBuilder;
import dev.pipewright.tensorflow.Operation;
import dev.pipewright.tensorflow.Value;
import dev.pipewright.transform.graph.Emitters.Emitter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// How tft's mappers and analyzers become TensorFlow ops: what was found out is constant in the
/// graph. The formulas are those of `mappers.py` of TFT.
final class TftEmitters {

  private TftEmitters() {}

  static Map<String, Emitter> all() {
    return Map.ofEntries(
        Map.entry("tft.scale_to_z_score", TftEmitters::zScore),
        Map.entry("tft.scale_to_0_1", call -> scale(call, 0, 1)),
        Map.entry(
            "tft.scale_by_min_max",
            call -> scale(call, call.real("output_min"), call.real("output_max"))),
        Map.entry("tft.bucketize", TftEmitters::bucketize),
        Map.entry("tft.compute_and_apply_vocabulary", TftEmitters::applyVocabulary),
        Map.entry("tft.mean", call -> constant(call, false)),
        Map.entry("tft.var", call -> constant(call, true)),
        Map.entry("tft.min", call -> constant(call, false)),
        Map.entry("tft.max", call -> constant(call, true)),
        Map.entry("tft.sum", call -> constant(call, false)),
        Map.entry("tft.size", call -> constant(call, false)));
  }

  private static GraphValue zScore(Emission call) {
    Analyzed.Moments moments = (Analyzed.Moments) call.analyzed();
    GraphBuilder graph = call.graph();
    float deviation = (float) Math.sqrt(moments.variance());
    return call.mapFirst(
        x -> {
          Value centred =
              graph.call("Sub", call.cast(x, DType.FLOAT32), graph.constant(moments.mean()));
          return deviation == 0
              ? centred
              : graph.call("RealDiv", centred, graph.constant(deviation));
        });
  }

  private static GraphValue scale(Emission call, float outputMin, float outputMax) {
    Analyzed.RealRange range =
        switch (call.analyzed()) {
          case Analyzed.RealRange real -> real;
          case Analyzed.IntRange(long min, long max) -> new Analyzed.RealRange(min, max);
          default -> throw new IllegalStateException(call.call().toString());
        };
    return call.mapFirst(x -> scale(call, x, range, outputMin, outputMax));
  }

  private static Value scale(
      Emission call, Value x, Analyzed.RealRange range, float outputMin, float outputMax) {
    GraphBuilder graph = call.graph();
    Value real = call.cast(x, DType.FLOAT32);
    Value zeroToOne =
        range.min() < range.max()
            ? graph.call(
                "RealDiv",
                graph.call("Sub", real, graph.constant(range.min())),
                graph.constant(range.max() - range.min()))
            : graph.call("Sigmoid", real);
    Value stretched = graph.call("Mul", zeroToOne, graph.constant(outputMax - outputMin));
    return graph.call("AddV2", stretched, graph.constant(outputMin));
  }

  private static GraphValue bucketize(Emission call) {
    Analyzed.Boundaries found = (Analyzed.Boundaries) call.analyzed();
    return call.mapFirst(
        x ->
            call.cast(
                call.graph()
                    .op("Bucketize")
                    .inputs(call.cast(x, DType.FLOAT32))
                    .attr("boundaries", found.boundaries())
                    .value(),
                DType.INT64));
  }

  private static GraphValue applyVocabulary(Emission call) {
    Analyzed.Vocabulary vocabulary = (Analyzed.Vocabulary) call.analyzed();
    DType keys = GraphCompiler.dtype(call.firstElement());
    Value table = table(call, vocabulary, keys);
    long buckets = call.integer("num_oov_buckets");
    Value missing = call.graph().constant(buckets > 0 ? -1 : call.integer("default_value"));
    return call.mapFirst(
        x -> {
          Value ids = call.graph().call("LookupTableFindV2", table, x, missing);
          return buckets > 0 ? orBucket(call, x, ids, vocabulary.terms().size(), buckets) : ids;
        });
  }

  private static Value table(Emission call, Analyzed.Vocabulary vocabulary, DType keys) {
    GraphBuilder graph = call.graph();
    Value file =
        graph.asset(
            vocabulary.fileName(),
            call.compiler().analysis().vocabularyFolder().resolve(vocabulary.fileName()));
    Value table =
        graph
            .op("HashTableV2")
            .named(vocabulary.fileName() + "_table")
            .attr("shared_name", sharedName(call, vocabulary))
            .attr("key_dtype", keys)
            .attr("value_dtype", DType.INT64)
            .value();
    Operation fill =
        graph
            .op("InitializeTableFromTextFileV2")
            .inputs(table, file)
            // The key is the whole line, the value its number.
            .attr("key_index", -2L)
            .attr("value_index", -1L)
            .operation();
    graph.initializeWith(fill);
    return table;
  }

  /// Sessions of one process share tables by this name: different vocabularies must differ in it.
  private static String sharedName(Emission call, Analyzed.Vocabulary vocabulary) {
    return "vocabulary_"
        + vocabulary.fileName()
        + "_"
        + Integer.toHexString(Arrays.hashCode(vocabulary.terms().data()))
        + "_"
        + call.firstElement();
  }

  /// `StaticVocabularyTable`: a key that is not in the table goes to a bucket after it.
  private static Value orBucket(Emission call, Value keys, Value ids, int size, long buckets) {
    GraphBuilder graph = call.graph();
    Value strings = keys.dtype() == DType.STRING ? keys : graph.call("AsString", keys);
    Value hashed =
        graph.op("StringToHashBucketFast").inputs(strings).attr("num_buckets", buckets).value();
    Value bucket = graph.call("AddV2", hashed, graph.constant((long) size));
    Value isKnown = graph.call("NotEqual", ids, graph.constant(-1L));
    return graph.call("SelectV2", isKnown, ids, bucket);
  }

  private static GraphValue constant(Emission call, boolean isSecond) {
    GraphBuilder graph = call.graph();
    return new GraphValue.Dense(
        switch (call.analyzed()) {
          case Analyzed.Moments(float mean, float variance) ->
              graph.constant(isSecond ? variance : mean);
          case Analyzed.RealRange(float min, float max) -> graph.constant(isSecond ? max : min);
          case Analyzed.IntRange(long min, long max) -> graph.constant(isSecond ? max : min);
          case Analyzed.RealSum(float sum) -> graph.constant(sum);
          case Analyzed.IntSum(long sum) -> graph.constant(sum);
          case Analyzed.Boundaries(List<Float> _) -> throw unexpected(call);
          case Analyzed.Vocabulary _ -> throw unexpected(call);
        });
  }

  private static IllegalStateException unexpected(Emission call) {
    return new IllegalStateException(call.call() + " is " + call.analyzed());
  }
}
