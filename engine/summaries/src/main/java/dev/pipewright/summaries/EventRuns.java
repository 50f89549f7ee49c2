package dev.pipewright.summaries;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The runs below a folder: each folder with event files is a run, named by its path from there, as
/// `train` and `validation`; the folder itself is `.`. A file is one of events when its name
/// contains `tfevents`, as TensorBoard has it. Not for use by several threads.
public final class EventRuns {

  private final Path folder;
  private final TreeMap<String, EventRun> runs = new TreeMap<>();

  private EventRuns(Path folder) {
    this.folder = folder;
  }

  /// Reads all event files below a folder; a folder that is not there yet has no runs.
  ///
  /// @throws dev.pipewright.pipeline.ArtifactException when a file is damaged
  public static EventRuns open(Path folder) throws IOException {
    var runs = new EventRuns(folder);
    runs.refresh();
    return runs;
  }

  /// Reads what was written since the last call. Records of which only a part is written are left
  /// for the next call.
  ///
  /// @throws dev.pipewright.pipeline.ArtifactException when a file is damaged
  public void refresh() throws IOException {
    SortedMap<String, List<Path>> found = files();
    runs.keySet().retainAll(found.keySet());
    for (var run : found.entrySet()) {
      runs.computeIfAbsent(run.getKey(), name -> new EventRun(folder.resolve(name).normalize()))
          .refresh(run.getValue());
    }
  }

  /// The runs by name.
  public SortedMap<String, EventRun> runs() {
    return Collections.unmodifiableSortedMap(runs);
  }

  private SortedMap<String, List<Path>> files() throws IOException {
    var found = new TreeMap<String, List<Path>>();
    if (!Files.isDirectory(folder)) {
      return found;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> files = all.filter(EventRuns::isEventFile).sorted().toList();
      for (Path file : files) {
        found.computeIfAbsent(name(file), n -> new ArrayList<>()).add(file);
      }
    }
    return found;
  }

  private String name(Path file) {
    Path run = folder.relativize(file).getParent();
    return run == null ? "." : run.toString().replace('\\', '/');
  }

  private static boolean isEventFile(Path file) {
    return file.getFileName().toString().contains("tfevents") && Files.isRegularFile(file);
  }
}
