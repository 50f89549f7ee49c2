package dev.pipewright.datavalidation.schema;

import com.google.protobuf.TextFormat;
import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.protos.tfmd.Schema;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/// Schemas as text files, as TFX reads and writes them (`schema.pbtxt`).
public final class SchemaText {

  /// TFX's name of the file in a Schema artifact.
  public static final String FILE_NAME = "schema.pbtxt";

  private SchemaText() {}

  /// The text that TFX writes for this schema, byte for byte.
  public static String write(Schema schema) {
    return ProtoText.of(schema);
  }

  /// Reads a schema from a file.
  ///
  /// @throws ArtifactException when there is no such file, or it is no schema; with the line
  public static Schema read(Path file) throws IOException {
    try {
      return parse(Files.readString(file), file);
    } catch (NoSuchFileException e) {
      throw new ArtifactException(
          "There is no schema file.",
          Location.of(file),
          "Check the path, or run SchemaGen to make one.",
          e);
    } catch (CharacterCodingException e) {
      throw new ArtifactException(
          "The file is not text in UTF-8.",
          Location.of(file),
          "Give a schema in protobuf's text format.",
          e);
    }
  }

  /// Reads a schema from text.
  ///
  /// @param file where the text is from, for messages
  /// @throws ArtifactException when the text is no schema; with the line
  public static Schema parse(String text, Path file) {
    Schema.Builder schema = Schema.newBuilder();
    try {
      TextFormat.merge(text, schema);
    } catch (TextFormat.ParseException e) {
      throw new ArtifactException(
          "This is not a schema: " + reason(e) + ".",
          new Location(file.toString(), Math.max(e.getLine(), 0), Math.max(e.getColumn(), 0), null),
          "Mend the line, or remove it.",
          e);
    }
    return schema.build();
  }

  // The message is `line:column: reason`, or, of unknown fields, a heading and then
  // `line:column:<tab>full name` for each.
  private static String reason(TextFormat.ParseException e) {
    List<String> lines = String.valueOf(e.getMessage()).lines().toList();
    String last = lines.getLast().replaceFirst("^\\d+:\\d+:\\s*", "").replaceFirst("\\.$", "");
    return lines.size() == 1 ? last : "unknown field " + last.replaceFirst("^.*\\.", "");
  }
}
