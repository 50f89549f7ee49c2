package dev.pipewright.training;

import dev.pipewright.data.Column;
import dev.pipewright.data.ExampleBatch;
import dev.pipewright.data.ExamplesArtifact;
import dev.pipewright.data.RecordBlock;
import dev.pipewright.data.RecordBlocks;
import dev.pipewright.datavalidation.schema.SchemaText;
import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.check.NearestName;
import dev.pipewright.pipeline.component.Execution;
import dev.pipewright.protos.tfmd.Feature;
import dev.pipewright.protos.tfmd.FeatureType;
import dev.pipewright.transform.expression.ElementType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// The types of raw features that are numbers.
final class NumberTypes {

  private final SortedMap<String, ElementType> types = new TreeMap<>();
  private final Set<String> texts = new HashSet<>();
  private final Set<String> named = new HashSet<>();

  private NumberTypes() {}

  /// The types that a schema gives.
  static NumberTypes ofSchema(Path uri) throws IOException {
    var numbers = new NumberTypes();
    for (Feature feature : SchemaText.read(uri.resolve(SchemaText.FILE_NAME)).getFeatureList()) {
      numbers.named.add(feature.getName());
      if (feature.getType() == FeatureType.INT || feature.getType() == FeatureType.FLOAT) {
        boolean isWhole = feature.getType() == FeatureType.INT;
        numbers.types.put(feature.getName(), isWhole ? ElementType.INT64 : ElementType.FLOAT32);
      } else if (feature.getType() != FeatureType.TYPE_UNKNOWN) {
        numbers.texts.add(feature.getName());
      }
    }
    return numbers;
  }

  /// The types found in some splits, read until each of the wanted features has a value.
  ///
  /// @throws DataException when there are no examples
  static NumberTypes ofExamples(Execution execution, List<String> splits, Set<String> wanted)
      throws InterruptedException {
    ExamplesArtifact examples = ExamplesArtifact.open(execution.input(TrainerSpec.EXAMPLES));
    var numbers = new NumberTypes();
    boolean isEmpty = true;
    for (String split : splits) {
      try (RecordBlocks blocks = examples.blocks(split)) {
        while ((isEmpty || wanted.stream().anyMatch(numbers::isValueless)) && blocks.hasNext()) {
          execution.checkCancelled();
          numbers.add(blocks.next());
          isEmpty = false;
        }
      }
    }
    if (isEmpty) {
      throw noExamples(examples, splits);
    }
    return numbers;
  }

  static DataException noExamples(ExamplesArtifact examples, List<String> splits) {
    return new DataException(
        "There are no examples in " + String.join(", ", splits) + ".",
        Location.of(examples.uri()),
        "Choose other splits, or split the data otherwise.");
  }

  private boolean isValueless(String name) {
    return named.contains(name) && !types.containsKey(name) && !texts.contains(name);
  }

  private void add(RecordBlock block) {
    ExampleBatch batch = block.decode();
    named.addAll(block.featureNames());
    for (String name : batch.featureNames()) {
      switch (batch.column(name)) {
        case Column.Int64 _ -> types.put(name, ElementType.INT64);
        case Column.Float _ -> types.put(name, ElementType.FLOAT32);
        case Column.Bytes _ -> texts.add(name);
        case null -> {}
      }
    }
  }

  /// The type of a feature that a model takes.
  ///
  /// @throws DataException when there is none
  ElementType require(String name) {
    ElementType type = types.get(name);
    if (type != null) {
      return type;
    }
    throw isValueless(name)
        ? new DataException(
            "The feature " + name + " has no value in any example.",
            Location.subject("model"),
            "Leave it out of the model, or give data that has it.")
        : new DataException(
            "There is no number " + name + " among the features.",
            Location.subject("model"),
            NearestName.suggest(name, types.keySet()));
  }
}
