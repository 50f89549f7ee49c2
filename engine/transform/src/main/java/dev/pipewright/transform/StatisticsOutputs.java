package dev.pipewright.transform;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Message;
import dev.pipewright.datavalidation.anomalies.StatisticsValidation;
import dev.pipewright.datavalidation.schema.SchemaText;
import dev.pipewright.pipeline.component.Execution;
import dev.pipewright.protos.tfmd.Anomalies;
import dev.pipewright.protos.tfmd.DatasetFeatureStatisticsList;
import dev.pipewright.protos.tfmd.Schema;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes the statistics, schemas and anomalies of a Transform, which unlike those of StatisticsGen
/// are of no split and lie in the artifact's folder itself.
///
/// @param execution where the outputs go
record StatisticsOutputs(Execution execution) {

  /// Writes all of them.
  void write(
      Schema rawSchema,
      DatasetFeatureStatisticsList raw,
      Schema transformedSchema,
      DatasetFeatureStatisticsList transformed)
      throws IOException {
    schema(TransformSpec.PRE_TRANSFORM_SCHEMA, rawSchema);
    message(TransformSpec.PRE_TRANSFORM_STATS, "FeatureStats.pb", raw);
    schema(TransformSpec.POST_TRANSFORM_SCHEMA, transformedSchema);
    message(TransformSpec.POST_TRANSFORM_STATS, "FeatureStats.pb", transformed);
    Anomalies anomalies =
        StatisticsValidation.validate(transformed.getDatasets(0), transformedSchema, null);
    message(TransformSpec.POST_TRANSFORM_ANOMALIES, "SchemaDiff.pb", anomalies);
    anomalies
        .getAnomalyInfoMap()
        .values()
        .forEach(
            info ->
                execution
                    .progress()
                    .warn(info.getPath().getStep(0) + ": " + info.getDescription()));
  }

  private void schema(String output, Schema schema) throws IOException {
    Path file = execution.output(output).resolve(SchemaText.FILE_NAME);
    Files.writeString(file, SchemaText.write(schema));
  }

  private void message(String output, String fileName, Message message) throws IOException {
    try (OutputStream stream = Files.newOutputStream(execution.output(output).resolve(fileName))) {
      CodedOutputStream coded = CodedOutputStream.newInstance(stream);
      coded.useDeterministicSerialization();
      message.writeTo(coded);
      coded.flush();
    }
  }
}
