package dev.pipewright.host.show;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Shows artifacts of one kind as text.
public interface View {

  /// Whether this is a file or folder of the kind.
  boolean fits(Path path) throws IOException;

  /// Prints it.
  ///
  /// @param limit how many rows a long table may have
  /// @throws dev.pipewright.pipeline.EngineException when it is damaged
  void print(Path path, int limit, PrintWriter out) throws IOException;

  /// The view that fits, of all there are.
  static Optional<View> of(Path path) throws IOException {
    List<View> views =
        List.of(
            new RootView(),
            new StatisticsView(),
            new AnomaliesView(),
            new SchemaView(),
            new EvaluationView(),
            new BlessingView(),
            new SavedModelView(),
            new EventsView(),
            new ExamplesView());
    for (View view : views) {
      if (view.fits(path)) {
        return Optional.of(view);
      }
    }
    return Optional.empty();
  }
}
