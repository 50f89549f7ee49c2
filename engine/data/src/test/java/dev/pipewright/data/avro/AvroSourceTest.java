package dev.pipewright.data.avro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.data.BatchText;
import dev.pipewright.data.ByteStrings;
import dev.pipewright.data.ExampleBatch;
import dev.pipewright.data.ExampleEncoder;
import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.component.Campaign;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Compared with what TFX makes of the same files (`peers/goldens/data_avro.py`).
class AvroSourceTest {

  @TempDir private Path folder;

  private static byte[] resource(String name) throws IOException {
    return AvroSourceTest.class.getResourceAsStream(name).readAllBytes();
  }

  private static List<String> lines(String name) throws IOException {
    return new String(resource(name), StandardCharsets.US_ASCII).lines().toList();
  }

  private Path file(String name) throws IOException {
    return Files.write(folder.resolve(name), resource(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "deflate", "snappy", "zstandard"})
  void theExamplesAreThoseOfTfx(String codec) throws IOException {
    List<String> examples = new ArrayList<>();
    try (AvroSource source = AvroSource.open(file(codec + ".avro"), List.of())) {
      ExampleBatch batch = source.next().orElseThrow();
      ByteStrings rows = ExampleEncoder.of(batch).encode(0, batch.rowCount());
      for (int i = 0; i < rows.size(); i++) {
        examples.add(HexFormat.of().formatHex(rows.get(i)));
      }
      assertTrue(source.next().isEmpty());
      assertEquals(1, source.progress());
    }
    assertEquals(lines("plain.txt"), examples.stream().sorted().toList());
  }

  @Test
  void everyTypeBecomesAFeatureAndZerosAreKept() throws IOException {
    try (AvroSource source = AvroSource.open(file("types.avro"), List.of())) {
      assertEquals(lines("types.txt"), BatchText.of(source.kinds().keySet(), source::next));
    }
  }

  @Test
  void readsTheColumnsThatAreNamed() throws IOException {
    try (AvroSource source = AvroSource.open(file("types.avro"), List.of("map", "int"))) {
      assertEquals(
          List.of("int|0|-1|5", "map.key||x6b x6c|x7a", "map.value||1 2|-1"),
          BatchText.of(source.kinds().keySet(), source::next));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "child|The column child has records in themselves, which no feature can have.",
        "lists|The column lists has lists in lists, which no feature can have.",
        "mixed|The column mixed has values of several types, which no feature can have.",
        "decimal|The column decimal has decimals in bytes, which no feature can have.",
        "fin|The file has no column fin, only fine, child, lists, mixed, decimal.",
      })
  void aColumnThatNoFeatureCanHaveIsNamedAndTheOthersAreRead(String column, String what)
      throws IOException {
    Path file = file("unfit.avro");
    DataException e =
        assertThrows(DataException.class, () -> AvroSource.open(file, List.of(column)));
    assertEquals(what, e.what());
    assertEquals(Location.of(file), e.where());
    try (AvroSource source = AvroSource.open(file, List.of("fine"))) {
      assertEquals(List.of("fine|7|8"), BatchText.of(source.kinds().keySet(), source::next));
    }
  }

  @Test
  void aCodecThatIsNotReadIsNamed() throws IOException {
    String text = new String(resource("null.avro"), StandardCharsets.ISO_8859_1);
    Path file =
        Files.writeString(
            folder.resolve("x.avro"),
            text.replace("codec\bnull", "codec\nbzip2"),
            StandardCharsets.ISO_8859_1);
    DataException e = assertThrows(DataException.class, () -> AvroSource.open(file, List.of()));
    assertEquals("The file cannot be read as Avro: it is compressed by bzip2.", e.what());
  }

  @Test
  void damagedFilesAreReadOrToldOf() throws IOException {
    List<byte[]> whole = new ArrayList<>();
    for (String name : List.of("null", "deflate", "snappy", "zstandard", "types")) {
      whole.add(resource(name + ".avro"));
    }
    int told =
        Campaign.run(
            folder,
            "damaged.avro",
            whole,
            file -> {
              try (AvroSource source = AvroSource.open(file, List.of())) {
                while (source.next().isPresent()) {}
              } catch (DataException e) {
                assertEquals(Location.of(file), e.where());
                throw e;
              }
            });
    assertTrue(told > 50, () -> "few were told of");
  }
}
