package dev.pipewright.nodes.viewer;

import dev.pipewright.datavalidation.SchemaArtifact;
import dev.pipewright.nodes.ArtifactViewer;
import dev.pipewright.pipeline.component.ArtifactType;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// A schema: its features, and the values that texts may have.
public final class SchemaViewer implements ArtifactViewer {

  /// Where there is less room, the tables stand one above the other.
  private static final double ROOM_FOR_BOTH = 1400;

  /// For `ServiceLoader`.
  public SchemaViewer() {}

  @Override
  public ArtifactType type() {
    return ArtifactType.SCHEMA;
  }

  @Override
  public String icon() {
    return "mdi2f-file-tree-outline";
  }

  @Override
  public Region view(Path folder) {
    return new ArtifactView<>(
        folder, f -> SchemaTable.of(SchemaArtifact.open(f).schema()), SchemaViewer::content);
  }

  static Region content(SchemaTable schema) {
    DataTable<SchemaTable.Row> features = features();
    HBox bar =
        Bars.controls(
            Bars.filter(
                Messages.text("filter.features"),
                typed -> {
                  String part = typed.strip().toLowerCase(Locale.ROOT);
                  features
                      .getItems()
                      .setAll(
                          schema.features().stream()
                              .filter(f -> f.name().toLowerCase(Locale.ROOT).contains(part))
                              .toList());
                }));
    HBox foot =
        Bars.foot(
            Bars.muted(Messages.text("schema.features", schema.features().size())),
            Bars.muted(Messages.text("schema.domains", schema.domains().size())));
    Region left = Bars.column(features, bar, features, foot);
    if (schema.domains().isEmpty()) {
      return left;
    }
    return Bars.beside(left, domains(schema.domains()), ROOM_FOR_BOTH, 0.64, 0.64);
  }

  private static DataTable<SchemaTable.Row> features() {
    return new DataTable<SchemaTable.Row>(Messages.text("schema"))
        .text(Messages.text("feature"), 200, SchemaTable.Row::name)
        .code(Messages.text("type"), 90, SchemaTable.Row::type)
        .text(Messages.text("presence"), 100, SchemaTable.Row::presence)
        .code(Messages.text("valency"), 90, SchemaTable.Row::valency)
        .drawn(
            Messages.text("domain"),
            300,
            row -> (row.domainKind() + " " + row.domain()).strip(),
            SchemaViewer::domain)
        .wideLast();
  }

  private static Node domain(SchemaTable.Row row) {
    if (row.domainKind().isEmpty()) {
      return Bars.muted("–");
    }
    Label kind = new Label(row.domainKind());
    kind.getStyleClass().add("chip");
    kind.setMinWidth(Region.USE_PREF_SIZE);
    Label values = new Label(row.domain());
    values.getStyleClass().add("mono");
    HBox box = new HBox(8, kind, values);
    box.getStyleClass().add("cell-line");
    return box;
  }

  private static Region domains(List<SchemaTable.Domain> all) {
    DataTable<SchemaTable.Domain> table =
        new DataTable<SchemaTable.Domain>(Messages.text("string.domains"))
            .text(Messages.text("name"), 140, SchemaTable.Domain::name)
            .number(
                Messages.text("values"),
                70,
                d -> (double) d.values().size(),
                n -> Messages.count(n.longValue()))
            .text(Messages.text("values.list"), 260, d -> String.join(", ", d.values()))
            .wideLast();
    table.getItems().setAll(all);
    return Bars.column(table, Bars.head(Messages.text("string.domains"), all.size()), table);
  }
}
