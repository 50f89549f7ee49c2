package dev.pipewright.data.starter;

import dev.pipewright.data.gallery.SyntheticTaxiTrips;
import dev.pipewright.pipeline.EnvironmentException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.file.ProjectFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// The sample projects, which new projects can begin as.
public enum Template {
  /// The Palmer penguins.
  PENGUINS("Penguins", "Tell three penguin species by their measures.", "data/penguins.csv"),
  /// Synthetic taxi trips, which are generated.
  TAXI("Taxi tips", "Predict big tips on taxi trips, from CSV to a served model."),
  /// Synthetic sales of homes.
  REGRESSION("House prices", "Learn a number: what a home is sold for.", "data/homes.csv");

  private static final int TAXI_ROWS = 15_000;

  private final String title;
  private final String line;
  private final List<String> data;

  Template(String title, String line, String... data) {
    this.title = title;
    this.line = line;
    this.data = List.of(data);
  }

  /// What people call it.
  public String title() {
    return title;
  }

  /// What it does, in a sentence.
  public String line() {
    return line;
  }

  /// The name of its folder, and of its project file without the ending.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Its pipeline.
  public Pipeline pipeline() {
    try (InputStream in = open(project())) {
      return ProjectFile.parse(in.readAllBytes(), project());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Makes the project with its data in a folder, which is made if it is not there. Files of the
  /// same names are not replaced.
  ///
  /// @return the project file
  /// @throws EnvironmentException when it cannot be written
  public Path copyTo(Path folder) {
    try {
      Files.createDirectories(folder.resolve("data"));
      for (String file : data) {
        copy(file, folder);
      }
      if (this == TAXI) {
        writeTrips(folder.resolve("data").resolve("synthetic_taxi_trips.csv"));
      }
      copy("README.md", folder);
      copy(project(), folder);
      return folder.resolve(project());
    } catch (IOException e) {
      throw new EnvironmentException(
          "The project cannot be written: " + e.getMessage() + ".",
          Location.of(folder),
          "Choose a folder that you may write to, on a disk with room.",
          e);
    }
  }

  private String project() {
    return id() + ProjectFile.EXTENSION;
  }

  private void copy(String file, Path folder) throws IOException {
    try (InputStream in = open(file)) {
      Files.copy(in, folder.resolve(file));
    }
  }

  private static void writeTrips(Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      SyntheticTaxiTrips.write(out, TAXI_ROWS, 1);
    }
  }

  private InputStream open(String file) {
    InputStream in = Template.class.getResourceAsStream("templates/" + id() + "/" + file);
    if (in == null) {
      throw new IllegalStateException("no file " + id() + "/" + file);
    }
    return in;
  }
}
