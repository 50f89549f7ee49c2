package dev.pipewright.app.start;

import dev.pipewright.app.text.FileTrouble;
import dev.pipewright.app.text.Texts;
import dev.pipewright.data.starter.Draft;
import dev.pipewright.data.starter.RowsFile;
import dev.pipewright.data.starter.Table;
import dev.pipewright.data.starter.Template;
import dev.pipewright.pipeline.EnvironmentException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.file.ProjectFile;
import dev.pipewright.pipeline.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/// The folder in which a person's new projects are made, each in a folder of its own.
///
/// @param folder the folder; need not be there
public record HomeFolder(Path folder) {

  private static final Texts TEXTS = Texts.of(HomeFolder.class);

  /// `Pipewright` in the user's home.
  public static HomeFolder ofUser() {
    return new HomeFolder(Path.of(System.getProperty("user.home"), "Pipewright"));
  }

  /// Makes a project from a template.
  ///
  /// @return its file
  /// @throws EnvironmentException when it cannot be written
  public Path make(Template template) {
    return template.copyTo(free(template.id()));
  }

  /// Makes a project that looks at a table.
  ///
  /// @return its file
  /// @throws EnvironmentException when it cannot be written
  public Path make(Table table) {
    return make(table.name(), own -> Draft.look(table, table.name(), own).pipeline());
  }

  /// Makes a project that looks at a file of rows.
  ///
  /// @return its file
  /// @throws EnvironmentException when it cannot be written
  public Path make(RowsFile rows) {
    return make(rows.name(), own -> Draft.look(rows, own));
  }

  private Path make(String name, Function<Path, Pipeline> pipeline) {
    Path own = free(name);
    Path file = own.resolve(name + ProjectFile.EXTENSION);
    try {
      Files.createDirectories(own);
      WholeFile.write(file, ProjectFile.format(pipeline.apply(own)));
      return file;
    } catch (IOException e) {
      throw new EnvironmentException(
          TEXTS.get("home.unwritable", FileTrouble.reason(e)),
          Location.of(own),
          TEXTS.get("home.unwritable.fix"),
          e);
    }
  }

  /// A folder that is not there yet: of this name, or with a number after it.
  private Path free(String name) {
    Path own = folder.resolve(name);
    for (int i = 2; Files.exists(own); i++) {
      own = folder.resolve(name + "-" + i);
    }
    return own;
  }
}
