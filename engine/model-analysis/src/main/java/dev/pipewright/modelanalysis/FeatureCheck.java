package dev.pipewright.modelanalysis;

import com.google.protobuf.TextFormat;
import dev.pipewright.modelanalysis.inference.EvaluatedModel;
import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.pipeline.check.NearestName;
import dev.pipewright.protos.tfmd.Feature;
import dev.pipewright.protos.tfmd.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Looks the slicing features up in the examples' schema: a misspelt one would find no slice.
final class FeatureCheck {

  private static final TextFormat.Parser PARSER =
      TextFormat.Parser.newBuilder().setAllowUnknownFields(true).build();

  private FeatureCheck() {}

  /// Sees that each feature is in the schema, or made by a model's preprocessing.
  ///
  /// @param schemaUri the folder of the schema
  /// @throws ParameterException for the first that is neither
  static void check(Path schemaUri, List<EvaluatedModel> models, Set<String> features) {
    Set<String> known = new TreeSet<>();
    read(schemaUri.resolve("schema.pbtxt")).getFeatureList().stream()
        .map(Feature::getName)
        .forEach(known::add);
    for (String feature : features) {
      if (!known.contains(feature) && models.stream().noneMatch(m -> m.makes(feature))) {
        throw new ParameterException(
            "The schema has no feature " + feature + " to slice by.",
            Location.subject("eval_config.slicing_specs"),
            NearestName.of(feature, known)
                .map(n -> "Did you mean " + n + "?")
                .orElse("It has: " + String.join(", ", known) + "."));
      }
    }
  }

  private static Schema read(Path file) {
    try {
      Schema.Builder schema = Schema.newBuilder();
      PARSER.merge(Files.readString(file), schema);
      return schema.build();
    } catch (TextFormat.ParseException e) {
      throw new ArtifactException(
          "The schema cannot be read: " + e.getMessage(),
          Location.of(file, e.getLine()),
          "Mend it, or make it again.",
          e);
    } catch (IOException e) {
      throw new ArtifactException(
          "The schema cannot be read.", Location.of(file), "Run the SchemaGen again.", e);
    }
  }
}
