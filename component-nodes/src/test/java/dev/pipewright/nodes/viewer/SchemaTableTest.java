package dev.pipewright.nodes.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.TextFormat;
import dev.pipewright.datavalidation.SchemaArtifact;
import dev.pipewright.nodes.viewer.SchemaTable.Domain;
import dev.pipewright.nodes.viewer.SchemaTable.Row;
import dev.pipewright.protos.tfmd.Schema;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaTableTest {

  private static SchemaTable of(String text) throws TextFormat.ParseException {
    return SchemaTable.of(TextFormat.parse(text, Schema.class));
  }

  @Test
  void readsTheSchemaOfThePenguins() throws IOException {
    SchemaTable table = SchemaTable.of(SchemaArtifact.open(Artifacts.penguins("schema")).schema());
    assertEquals(8, table.features().size());
    assertEquals(
        new Row("island", "BYTES", "required", "single", "String domain", "island, 3 values"),
        table.features().stream().filter(f -> f.name().equals("island")).findFirst().orElseThrow());
    assertEquals(
        new Domain("island", List.of("Biscoe", "Dream", "Torgersen")), table.domains().getFirst());
  }

  @Test
  void saysHowOftenAndHowManyValuesAFeatureHas() throws TextFormat.ParseException {
    assertEquals(
        List.of(
            new Row("a", "FLOAT", "optional", "any number", "", ""),
            new Row("b", "INT", "in 50.0%", "[0, 1]", "", ""),
            new Row("c", "INT", "required", "[2, ∞]", "", ""),
            new Row("d", "FLOAT", "required", "28 × 28", "", "")),
        of("""
            feature { name: "a" type: FLOAT }
            feature { name: "b" type: INT presence { min_fraction: 0.5 } value_count { max: 1 } }
            feature { name: "c" type: INT presence { min_fraction: 1 } value_count { min: 2 } }
            feature {
              name: "d" type: FLOAT presence { min_fraction: 1 }
              shape { dim { size: 28 } dim { size: 28 } }
            }
            """)
            .features());
  }

  @Test
  void saysWhatValuesAreHeldAgainst() throws TextFormat.ParseException {
    SchemaTable table =
        of(
            """
            feature { name: "a" type: INT int_domain { min: 1 max: 7000 } }
            feature { name: "b" type: INT int_domain { max: 5 is_categorical: true } }
            feature { name: "c" type: FLOAT float_domain { min: 0.5 } }
            feature { name: "d" type: BYTES string_domain { name: "d" value: "x" } }
            feature { name: "e" type: BYTES domain: "gone" }
            feature { name: "f" type: INT time_domain { integer_format: UNIX_SECONDS } }
            """);
    assertEquals(
        List.of(
            "Range: 1 to 7,000",
            "Categorical: to 5",
            "Range: from 0.5000",
            "String domain: 1 value",
            "String domain: gone, which the schema lacks",
            "time: "),
        table.features().stream().map(f -> f.domainKind() + ": " + f.domain()).toList());
    assertEquals(List.of(new Domain("d", List.of("x"))), table.domains());
  }
}
