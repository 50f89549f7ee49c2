package dev.pipewright.data.parquet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.data.BatchText;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Compared with the values that PyArrow wrote (`peers/goldens/data_parquet.py`).
class ParquetSourceTest {

  @TempDir private Path folder;

  private static byte[] resource(String name) throws IOException {
    return ParquetSourceTest.class.getResourceAsStream(name).readAllBytes();
  }

  private Path file(String name) throws IOException {
    return Files.write(folder.resolve(name), resource(name));
  }

  private static List<String> values(ParquetSource source) {
    return BatchText.of(source.features(), source::next);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "snappy", "gzip", "zstd", "lz4", "encodings"})
  void theValuesAreThoseThatPyArrowWrote(String compression) throws IOException {
    List<String> golden =
        new String(resource("values.txt"), StandardCharsets.US_ASCII).lines().toList();
    try (ParquetSource source = ParquetSource.open(file(compression + ".parquet"), List.of())) {
      assertEquals(5, source.rowCount());
      assertEquals(String.join("\n", golden), String.join("\n", values(source)));
    }
  }

  @Test
  void readsTheColumnsThatAreNamedInTheFilesOrder() throws IOException {
    try (ParquetSource source =
        ParquetSource.open(file("none.parquet"), List.of("texts", "struct.x", "int8"))) {
      assertEquals(
          List.of("int8|1|-128||0|127", "texts|x61|x62 x|||x63 x64 x65", "struct.x|1|||4|5"),
          values(source));
    }
  }

  @Test
  void aColumnThatIsNotThereIsNamed() throws IOException {
    Path file = file("fixed.parquet");
    DataException e =
        assertThrows(DataException.class, () -> ParquetSource.open(file, List.of("fin")));
    assertEquals("The file has no column fin, only fine, fixed.", e.what());
    assertEquals(Location.of(file), e.where());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nested|The column nested has lists in lists, which no feature can have.",
        "fixed|The column fixed is of the type FIXED_LEN_BYTE_ARRAY, which no feature can have.",
        "wide_decimal|The column wide_decimal is of the type FIXED_LEN_BYTE_ARRAY, which no feature"
            + " can have.",
      })
  void aColumnThatNoFeatureCanHaveIsNamedAndTheOthersAreRead(String name, String what)
      throws IOException {
    Path file = file(name + ".parquet");
    assertEquals(
        what, assertThrows(DataException.class, () -> ParquetSource.open(file, List.of())).what());
    try (ParquetSource source = ParquetSource.open(file, List.of("fine"))) {
      assertEquals(List.of("fine|7"), values(source));
    }
  }

  @Test
  void whatIsNoParquetFileIsAnError() throws IOException {
    for (byte[] content :
        List.of(new byte[0], "PAR1".getBytes(StandardCharsets.US_ASCII), new byte[99])) {
      Path file = Files.write(folder.resolve("x.parquet"), content);
      assertEquals(
          Location.of(file),
          assertThrows(DataException.class, () -> ParquetSource.open(file, List.of())).where());
    }
  }

  @Test
  void readsManyPagesAndDifferences() throws IOException {
    List<String> expected = new ArrayList<>(List.of("delta", "text", "repeated", "lists"));
    List<StringBuilder> lines = expected.stream().map(StringBuilder::new).toList();
    HexFormat hex = HexFormat.of();
    for (long i = 0; i < 3000; i++) {
      lines.get(0).append('|').append(i * i * (i % 2 == 0 ? 1 : -1));
      lines.get(1).append("|x").append(hex.formatHex(("text " + i * 7919 % 3000).getBytes()));
      lines.get(2).append("|x").append(List.of("78", "7979", "7a7a7a").get((int) i % 3));
      lines
          .get(3)
          .append('|')
          .append(
              IntStream.range(0, (int) i % 4)
                  .mapToObj(Integer::toString)
                  .collect(Collectors.joining(" ")));
    }
    try (ParquetSource source = ParquetSource.open(file("many.parquet"), List.of())) {
      assertEquals(lines.stream().map(StringBuilder::toString).toList(), values(source));
    }
  }

  @Test
  void damagedFilesAreReadOrToldOf() throws IOException {
    List<byte[]> whole = new ArrayList<>();
    for (String name : List.of("none", "snappy", "gzip", "zstd", "lz4", "encodings", "many")) {
      whole.add(resource(name + ".parquet"));
    }
    int told =
        Campaign.run(
            folder,
            "damaged.parquet",
            whole,
            file -> {
              try (ParquetSource source = ParquetSource.open(file, List.of())) {
                while (source.next().isPresent()) {}
              } catch (DataException e) {
                assertEquals(Location.of(file), e.where());
                throw e;
              }
            });
    assertTrue(told > 50, () -> "few were told of");
  }
}
