package dev.pipewright.nodes.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import java.util.List;
import javafx.scene.control.TableColumn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class DataTableTest {

  private record Row(String name, double size) {}

  private static DataTable<Row> table() {
    DataTable<Row> table =
        new DataTable<Row>("rows")
            .text("Name", 100, Row::name)
            .number("Size", 100, r -> Double.isNaN(r.size()) ? null : r.size(), Messages::number);
    table.getItems().setAll(new Row("b\tc", 10), new Row("none", Double.NaN), new Row("a", 9.5));
    return table;
  }

  @Test
  void copiesTheSelectedRowsWithTheirTitles() {
    assertEquals(
        "Name\tSize\na\t9.50\n",
        Fx.call(
            () -> {
              DataTable<Row> table = table();
              table.getSelectionModel().select(2);
              return table.copyText();
            }));
  }

  @Test
  void copiesAllRowsWhereNoneIsSelected() {
    assertEquals("Name\tSize\nb c\t10\nnone\t\na\t9.50\n", Fx.call(() -> table().copyText()));
  }

  @Test
  void sortsNumbersAsNumbersWithTheMissingLast() {
    assertEquals(
        List.of("a", "b\tc", "none"),
        Fx.call(
            () -> {
              DataTable<Row> table = table();
              TableColumn<Row, ?> size = table.getColumns().get(1);
              table.getSortOrder().add(size);
              table.sort();
              return table.getItems().stream().map(Row::name).toList();
            }));
  }
}
