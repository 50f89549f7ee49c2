package dev.pipewright.data.starter;

import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.Pipeline;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A pipeline for a table, to begin with.
///
/// @param pipeline the pipeline; it passes all checks and runs
/// @param notes what a person should know of it, as sentences
public record Draft(Pipeline pipeline, List<String> notes) {

  private static final int FEWEST_ROWS = 30;
  private static final int NAMED = 5;

  /// Keeps a copy.
  public Draft {
    notes = List.copyOf(notes);
  }

  /// Examples, statistics, a schema and its check.
  ///
  /// @param folder where the project will be: a table below it is named by its relative path
  public static Draft look(Table table, String name, Path folder) {
    return new Draft(new PipelineText(table, name, folder).look(PipelineText.CSV), ofTable(table));
  }

  /// The same for a file of rows that an ExampleGen other than CsvExampleGen reads.
  public static Pipeline look(RowsFile rows, Path folder) {
    Table table = new Table(rows.file(), 0, false, 0, "", List.of());
    return new PipelineText(table, rows.name(), folder).look(rows.component());
  }

  /// The same, and what predicts a column: features, a trained model, its evaluation against a
  /// guess, and its delivery to `serving_model`.
  ///
  /// @param label the column to predict
  /// @throws DataException when there is no such column, nothing can be learned of it or from the
  ///   others, or there are too few rows
  public static Draft predict(Table table, String name, Path folder, String label) {
    Label wanted = label(table, label);
    List<Feature> features =
        table.columns().stream()
            .filter(column -> !column.name().equals(label))
            .map(Feature::of)
            .toList();
    List<Feature> used = features.stream().filter(f -> !(f instanceof Feature.LeftOut)).toList();
    if (used.isEmpty()) {
      throw new DataException(
          "No column is left to predict " + label + " from. " + String.join(" ", leftOut(features)),
          Location.of(table.file()),
          "Add columns with values that differ and come again.");
    }
    List<String> notes = new ArrayList<>(ofTable(table));
    notes.addAll(ofLabel(wanted));
    notes.addAll(leftOut(features));
    return new Draft(new PipelineText(table, name, folder).predict(used, wanted), notes);
  }

  private static Label label(Table table, String name) {
    ColumnSummary column =
        table
            .column(name)
            .orElseThrow(
                () ->
                    new DataException(
                        "There is no column " + name + ".",
                        Location.of(table.file(), 1),
                        "Choose one of "
                            + String.join(
                                ", ", table.columns().stream().map(ColumnSummary::name).toList())
                            + "."));
    if (table.rows() < FEWEST_ROWS) {
      throw new DataException(
          "There are %d rows, too few to learn from.".formatted(table.rows()),
          Location.of(table.file()),
          "Use a table of %d rows at least.".formatted(FEWEST_ROWS));
    }
    return new Label(
        column,
        column
            .goal()
            .orElseThrow(
                () ->
                    new DataException(
                        "The column " + name + " cannot be predicted: " + whyNot(column) + ".",
                        Location.of(table.file()),
                        "Choose another column.")));
  }

  private static String whyNot(ColumnSummary column) {
    if (column.hasBacktick()) {
      return "there is a backtick in its name";
    }
    return switch ((int) Math.min(2, column.distinct().count())) {
      case 0 -> "it is empty";
      case 1 -> "all rows have the same value";
      default -> "it has too many different texts";
    };
  }

  private static List<String> ofTable(Table table) {
    List<String> notes = new ArrayList<>();
    if (!table.isWhole()) {
      notes.add("Only the first %,d rows were looked at.".formatted(table.rows()));
    }
    if (table.badRows() > 0) {
      notes.add(
          table.badRows() == 1
              ? "One row cannot be used and is left out: " + table.firstBad()
              : "%,d rows cannot be used and are left out; the first: %s"
                  .formatted(table.badRows(), table.firstBad()));
    }
    return notes;
  }

  private static List<String> ofLabel(Label label) {
    List<String> notes = new ArrayList<>();
    String name = label.column().name();
    if (label.column().missing() > 0) {
      String value =
          label.goal() instanceof Goal.Classes classes
              ? classes.classes().getFirst().text()
              : "the median";
      notes.add(
          "%,d rows have no %s; they count as %s."
              .formatted(label.column().missing(), name, value));
    }
    if (label.goal() instanceof Goal.Classes classes && classes.isBinary()) {
      notes.add("1 stands for " + name + " " + label.positive(classes).text() + ".");
    }
    return notes;
  }

  private static List<String> leftOut(List<Feature> features) {
    List<String> notes = new ArrayList<>();
    for (Feature feature : features) {
      if (feature instanceof Feature.LeftOut(ColumnSummary column, String why)) {
        notes.add(column.name() + " " + why + ", and is left out.");
      }
    }
    if (notes.size() > NAMED) {
      int more = notes.size() - NAMED;
      notes.subList(NAMED, notes.size()).clear();
      notes.add("%,d more columns are left out.".formatted(more));
    }
    return notes;
  }
}
