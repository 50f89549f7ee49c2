package dev.pipewright.pipeline.file;

import dev.pipewright.pipeline.EnvironmentException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.ProjectException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The `.pipewright` project file: JSON in UTF-8, the same bytes for the same pipeline.
public final class ProjectFile {

  /// What a project file's name ends with.
  public static final String EXTENSION = ".pipewright";

  private static final long MAX_BYTES = 16 << 20;

  private ProjectFile() {}

  /// The pipeline in this file.
  ///
  /// @throws ProjectException when there is no such file or it is not a project, with line and
  ///   column
  public static Pipeline read(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw new ProjectException(
            "It is a folder.", Location.of(file), "Name the " + EXTENSION + " file in it.");
      }
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        throw new ProjectException(
            "It is a device or a pipe.", Location.of(file), "Name a " + EXTENSION + " file.");
      }
      if (Files.size(file) > MAX_BYTES) {
        throw new ProjectException(
            "It is larger than 16 MB and so no project file.",
            Location.of(file),
            "Name a " + EXTENSION + " file.");
      }
      return parse(Files.readAllBytes(file), file.toString());
    } catch (NoSuchFileException e) {
      throw new ProjectException("There is no such file.", Location.of(file), "Check the path.", e);
    } catch (IOException e) {
      throw new ProjectException(
          "It cannot be read: " + e.getMessage() + ".", Location.of(file), "Check its rights.", e);
    }
  }

  /// The pipeline in the bytes of a project file.
  ///
  /// @param name the file's name for messages, or null
  public static Pipeline parse(byte[] content, @Nullable String name) {
    return parse(content, name, Migrations.CURRENT);
  }

  static Pipeline parse(byte[] content, @Nullable String name, Migrations migrations) {
    String text = decode(content, name);
    return new PipelineReader(name, migrations).read(JsonReader.read(text, name));
  }

  private static String decode(byte[] content, @Nullable String name) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new ProjectException(
          "It is not text in UTF-8.",
          new Location(name, 0, 0, null),
          "Save it as UTF-8, or go back to a copy of it.",
          e);
    }
  }

  /// The bytes of a project file with this pipeline.
  public static byte[] format(Pipeline pipeline) {
    return JsonText.pretty(PipelineWriter.write(pipeline)).getBytes(StandardCharsets.UTF_8);
  }

  /// Writes the pipeline to this file, whole or not at all.
  ///
  /// @throws EnvironmentException when it cannot be written
  public static void write(Path file, Pipeline pipeline) {
    try {
      WholeFile.write(file, format(pipeline));
    } catch (IOException e) {
      throw new EnvironmentException(
          "It cannot be written: " + e.getMessage() + ".",
          Location.of(file),
          "Check the folder's rights and free space, or save elsewhere.",
          e);
    }
  }
}
