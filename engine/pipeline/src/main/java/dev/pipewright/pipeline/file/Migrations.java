package dev.pipewright.pipeline.file;

import java.util.List;
import java.util.function.UnaryOperator;

/// How older formats of the project file become the newest.
///
/// @param steps the step at index i makes format i + 2 out of format i + 1
record Migrations(List<UnaryOperator<Json.Obj>> steps) {

  /// Those of this version. There is one format yet.
  static final Migrations CURRENT = new Migrations(List.of());

  Migrations {
    steps = List.copyOf(steps);
  }

  /// The newest format.
  int format() {
    return steps.size() + 1;
  }

  /// The document of this format as one of the newest.
  Json.Obj migrate(Json.Obj document, int format) {
    Json.Obj migrated = document;
    for (UnaryOperator<Json.Obj> step : steps.subList(format - 1, steps.size())) {
      migrated = step.apply(migrated);
    }
    return migrated;
  }
}
