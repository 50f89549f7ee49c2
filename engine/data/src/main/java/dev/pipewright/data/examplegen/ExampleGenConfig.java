package dev.pipewright.data.examplegen;

import dev.pipewright.data.SplitNames;
import dev.pipewright.pipeline.Finding;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.ParameterType;
import dev.pipewright.pipeline.component.Parameters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/// Which files make which splits: the parameters `input_config` and `output_config`, which have the
/// JSON form of `Input` and `Output` in TFX's `example_gen.proto`. Where there are output splits,
/// one input split is divided among them by hash; else the input splits are the output's. And
/// `range_config`, in the form of TFX's `range_config.proto`: the span to read, else the latest.
///
/// @param inputs the input splits
/// @param outputs the output splits; empty when the input splits are the output's
/// @param partitionFeature the feature whose value decides instead of the whole example
/// @param range which span to read, where it is said
record ExampleGenConfig(
    List<Input> inputs,
    List<Output> outputs,
    Optional<String> partitionFeature,
    Optional<Range> range) {

  /// The files that match a pattern below the input folder.
  record Input(String name, String pattern) {}

  /// A share of the examples.
  record Output(String name, int hashBuckets) {}

  /// Which spans to read, as `range_config` says it: one way or the other.
  ///
  /// @param start the first span by number; empty where it is the latest
  /// @param end the last span by number
  /// @param latest how many of the latest
  record Range(OptionalLong start, OptionalLong end, OptionalLong latest) {}

  private static final ParameterSpec NAME =
      ParameterSpec.required("name", new ParameterType.Text(), "The split's name.");

  static final ParameterSpec INPUT_CONFIG = inputConfig("*", "*.csv");

  /// That of ExampleGens that read a folder a class.
  static final ParameterSpec CLASSES_CONFIG = inputConfig("*/*", "train/*/*");

  private static ParameterSpec inputConfig(String all, String example) {
    return ParameterSpec.withDefault(
        "input_config",
        struct(
            ParameterSpec.required(
                "splits",
                listOf(
                    NAME,
                    ParameterSpec.required(
                        "pattern",
                        new ParameterType.Text(),
                        "Which files of input_base belong to it, as " + example + ".")),
                "The input splits.")),
        inputs(new Input("single_split", all)),
        "Which files to read. With several splits, these are the splits of the output.");
  }

  static final ParameterSpec OUTPUT_CONFIG =
      ParameterSpec.optional(
          "output_config",
          struct(
              ParameterSpec.optional(
                  "split_config",
                  struct(
                      ParameterSpec.optional(
                          "splits",
                          listOf(
                              NAME,
                              ParameterSpec.required(
                                      "hash_buckets",
                                      new ParameterType.Int(1, 1_000_000),
                                      "Its share of the examples.")
                                  .in("buckets")),
                          "The output splits."),
                      ParameterSpec.optional(
                          "partition_feature_name",
                          new ParameterType.Text(),
                          "Examples with the same value of this feature go to the same split.")),
                  "How examples are divided by hash.")),
          "How examples are divided into splits: by default train and eval, 2 to 1. With several"
              + " input splits, they are not divided.");

  private static final ParameterType SPAN_NUMBER = new ParameterType.Int(0, Integer.MAX_VALUE);

  static final ParameterSpec RANGE_CONFIG =
      ParameterSpec.optional(
          "range_config",
          struct(
              ParameterSpec.optional(
                  "static_range",
                  struct(
                      ParameterSpec.required("start_span_number", SPAN_NUMBER, "The span to read."),
                      ParameterSpec.required(
                          "end_span_number", SPAN_NUMBER, "The same: one span is read.")),
                  "One span, by its number; that of a day is the days since 1970-01-01."),
              ParameterSpec.optional(
                  "rolling_range",
                  struct(
                      ParameterSpec.required(
                          "num_spans", new ParameterType.Int(1, 1), "One span is read.")),
                  "The latest span.")),
          "Which span to read where patterns have {SPAN} or a date: by default the latest, in its"
              + " latest version.");

  private static final List<Output> TRAIN_AND_EVAL =
      List.of(new Output("train", 2), new Output("eval", 1));

  ExampleGenConfig {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  private static ParameterType struct(ParameterSpec... fields) {
    return new ParameterType.Struct(List.of(fields));
  }

  private static ParameterType listOf(ParameterSpec... fields) {
    return new ParameterType.ListOf(struct(fields));
  }

  private static ParameterValue inputs(Input input) {
    return ParameterValue.of(
        Map.of(
            "splits",
            ParameterValue.of(
                List.of(
                    ParameterValue.of(
                        new TreeMap<>(
                            Map.of(
                                "name", ParameterValue.of(input.name()),
                                "pattern", ParameterValue.of(input.pattern()))))))));
  }

  /// Reads the parameters of an ExampleGen.
  ///
  /// @throws ParameterException for the first thing wrong with them
  static ExampleGenConfig of(Parameters parameters) {
    ExampleGenConfig config = read(parameters);
    List<Finding> findings = config.findings();
    if (!findings.isEmpty()) {
      Finding finding = findings.getFirst();
      throw new ParameterException(finding.what(), parameters.at(finding.field()), finding.fix());
    }
    return config;
  }

  /// What is wrong with the parameters, apart from their types.
  static List<Finding> check(Parameters parameters) {
    try {
      List<Finding> findings = new ArrayList<>();
      RemoteAddress.problem(parameters).ifPresent(findings::add);
      findings.addAll(read(parameters).findings());
      return findings;
    } catch (ParameterException e) {
      // The check of types has told this already.
      return List.of();
    }
  }

  /// Whether a feature decides which split an example goes to.
  static boolean isPartitioned(Parameters parameters) {
    try {
      return read(parameters).partitionFeature().isPresent();
    } catch (ParameterException e) {
      // The check of types has told this already.
      return false;
    }
  }

  private static ExampleGenConfig read(Parameters parameters) {
    List<Input> inputs = new ArrayList<>();
    for (Parameters split : parameters.struct("input_config").structs("splits")) {
      inputs.add(new Input(text(split, "name"), text(split, "pattern")));
    }
    if (inputs.isEmpty()) {
      inputs.add(new Input("single_split", "*"));
    }
    Parameters splitConfig = parameters.struct("output_config").struct("split_config");
    List<Output> outputs = new ArrayList<>();
    for (Parameters split : splitConfig.structs("splits")) {
      long buckets = split.require("hash_buckets", split.integer("hash_buckets"));
      outputs.add(new Output(text(split, "name"), (int) Math.clamp(buckets, 0, 1_000_000_000L)));
    }
    boolean isDefault = parameters.value("output_config").isEmpty() && inputs.size() == 1;
    return new ExampleGenConfig(
        inputs,
        isDefault ? TRAIN_AND_EVAL : outputs,
        splitConfig.text("partition_feature_name").filter(f -> !f.isEmpty()),
        range(parameters));
  }

  private static Optional<Range> range(Parameters parameters) {
    if (parameters.value("range_config").isEmpty()) {
      return Optional.empty();
    }
    Parameters config = parameters.struct("range_config");
    Parameters fixed = config.struct("static_range");
    return Optional.of(
        new Range(
            number(fixed, "start_span_number"),
            number(fixed, "end_span_number"),
            number(config.struct("rolling_range"), "num_spans")));
  }

  private static OptionalLong number(Parameters parameters, String field) {
    return parameters.integer(field).map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  private static String text(Parameters split, String field) {
    return split.require(field, split.text(field));
  }

  private List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    checkNames(inputs.stream().map(Input::name).toList(), "input_config", findings);
    checkNames(outputs.stream().map(Output::name).toList(), "output_config.split_config", findings);
    for (int i = 0; i < inputs.size(); i++) {
      FilePattern.problem(inputs.get(i).pattern(), "input_config.splits[" + i + "].pattern")
          .ifPresent(findings::add);
    }
    checkSpans(findings);
    long total = outputs.stream().mapToLong(Output::hashBuckets).sum();
    if (outputs.stream().anyMatch(o -> o.hashBuckets() < 1) || total > Integer.MAX_VALUE) {
      findings.add(
          new Finding(
              "output_config.split_config.splits",
              "A split needs one hash bucket or more, and all together at most two billion.",
              "Change hash_buckets."));
    }
    if (!outputs.isEmpty() && inputs.size() > 1) {
      findings.add(
          new Finding(
              "output_config",
              "There are output splits, but also several input splits.",
              "Remove the output splits, so that the input splits are used as they are, or have one"
                  + " input split."));
    }
    if (partitionFeature.isPresent() && outputs.isEmpty()) {
      findings.add(
          new Finding(
              "output_config.split_config.partition_feature_name",
              "There is a partition feature, but no output splits.",
              "Add output splits, or remove it."));
    }
    return findings;
  }

  private void checkSpans(List<Finding> findings) {
    List<List<String>> kinds =
        inputs.stream().map(input -> new SpanPattern(input.pattern()).kinds()).toList();
    if (kinds.stream().distinct().count() > 1) {
      findings.add(
          new Finding(
              "input_config.splits",
              "The patterns of the splits do not name span and version in the same way.",
              "Use the same placeholders in all of them, or none."));
    }
    range.ifPresent(r -> checkRange(r, !kinds.getFirst().isEmpty(), findings));
  }

  private static void checkRange(Range range, boolean isSpanned, List<Finding> findings) {
    if (!isSpanned) {
      findings.add(
          new Finding(
              "range_config",
              "A span is chosen, but the patterns name none.",
              "Write {SPAN}, or {YYYY}, {MM} and {DD}, in the patterns of input_config, or remove"
                  + " range_config."));
    } else if (range.latest().isPresent() == range.start().isPresent()) {
      findings.add(
          new Finding(
              "range_config",
              "One of static_range and rolling_range says which span is read.",
              "Set one of them."));
    } else if (!range.start().equals(range.end())) {
      findings.add(
          new Finding(
              "range_config.static_range.end_span_number",
              "An ExampleGen reads one span.",
              "Give both numbers the same value; a Resolver puts several spans together."));
    }
  }

  private static void checkNames(List<String> names, String field, List<Finding> findings) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      String at = field + ".splits[" + i + "].name";
      if (!SplitNames.isValid(names.get(i))) {
        findings.add(
            new Finding(
                at,
                "'" + names.get(i) + "' cannot name a split.",
                "Use letters, digits, '_', '-' and '.'."));
      } else if (!seen.add(names.get(i))) {
        findings.add(
            new Finding(
                at, "Two splits are named " + names.get(i) + ".", "Give each its own name."));
      }
    }
  }

  /// The span that is to be read; empty for the latest.
  OptionalLong span() {
    return range.map(Range::start).orElse(OptionalLong.empty());
  }

  /// The names of the output's splits.
  List<String> splitNames() {
    return outputs.isEmpty()
        ? inputs.stream().map(Input::name).toList()
        : outputs.stream().map(Output::name).toList();
  }
}
