package dev.pipewright.modelanalysis.result;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.Message;
import dev.pipewright.data.tfrecord.TfRecordWriter;
import dev.pipewright.data.tfrecord.TfRecordWriter.Compression;
import dev.pipewright.modelanalysis.config.ProtoJson;
import dev.pipewright.protos.tfma.AttributionsForSlice;
import dev.pipewright.protos.tfma.EvalConfig;
import dev.pipewright.protos.tfma.EvalRun;
import dev.pipewright.protos.tfma.ValidationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Writes an evaluation as TFMA does, for `tfma.load_eval_result` to read.
public final class EvaluationFiles {

  static final String METRICS = "metrics-00000-of-00001.tfrecord";
  static final String PLOTS = "plots-00000-of-00001.tfrecord";
  static final String ATTRIBUTIONS = "attributions-00000-of-00001.tfrecord";
  static final String VALIDATIONS = "validations.tfrecord";
  static final String CONFIG = "eval_config.json";

  /// The TFMA whose files these are.
  private static final String TFMA_VERSION = "0.52.0";

  private EvaluationFiles() {}

  /// Writes all files into a folder: metrics, plots and attributions with a record a slice, the
  /// validation, and the config as it was evaluated.
  ///
  /// @param models the folder of each SavedModel by the name of the model
  public static void write(
      Path folder,
      EvaluationResult result,
      ValidationResult validation,
      EvalConfig config,
      Map<String, String> models)
      throws IOException {
    List<AttributionsForSlice> attributions =
        result.metrics().stream()
            .map(m -> AttributionsForSlice.newBuilder().setSliceKey(m.getSliceKey()).build())
            .toList();
    write(folder.resolve(METRICS), result.metrics());
    write(folder.resolve(PLOTS), result.plots());
    write(folder.resolve(ATTRIBUTIONS), attributions);
    write(folder.resolve(VALIDATIONS), List.of(validation));
    EvalRun run =
        EvalRun.newBuilder()
            .setEvalConfig(config)
            .setVersion(TFMA_VERSION)
            .setDataLocation("<user provided PCollection>")
            .setFileFormat("<unknown>")
            .putAllModelLocations(models)
            .build();
    Files.writeString(folder.resolve(CONFIG), json(run) + "\n");
  }

  private static void write(Path file, List<? extends Message> records) throws IOException {
    TfRecordWriter.write(
        file, Compression.NONE, records.stream().map(Message::toByteArray).toList());
  }

  /// Indented as Python's `json.dumps(indent=2)`.
  static String json(Message message) throws IOException {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""));
    printer.indentArraysWith(indenter);
    printer.indentObjectsWith(indenter);
    return new ObjectMapper().writer(printer).writeValueAsString(ProtoJson.print(message));
  }
}
