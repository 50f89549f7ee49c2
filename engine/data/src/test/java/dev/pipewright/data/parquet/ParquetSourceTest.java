package dev.pipewright.data.parquet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pipewright.data.Column;
import dev.pipewright.data.ExampleBatch;
import dev.pipewright.data.RowLayout;
import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Location;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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

  /// The features of all batches, in the form of the golden.
  private static List<String> values(ParquetSource source) {
    List<StringBuilder> lines = new ArrayList<>();
    source.features().forEach(feature -> lines.add(new StringBuilder(feature)));
    for (Optional<ExampleBatch> next = source.next(); next.isPresent(); next = source.next()) {
      ExampleBatch batch = next.get();
      for (int i = 0; i < lines.size(); i++) {
        Column column = batch.column(source.features().get(i));
        for (int row = 0; row < batch.rowCount(); row++) {
          lines.get(i).append('|').append(row(column, row));
        }
      }
    }
    return lines.stream().map(StringBuilder::toString).toList();
  }

  private static String row(Column column, int row) {
    RowLayout layout = column.layout();
    return IntStream.range(layout.start(row), layout.end(row))
        .mapToObj(
            i ->
                switch (column) {
                  case Column.Int64(var l, long[] values) -> Long.toString(values[i]);
                  case Column.Float(var l, float[] values) ->
                      "f" + HexFormat.of().toHexDigits(Float.floatToRawIntBits(values[i]));
                  case Column.Bytes(var l, int[] codes, var dictionary) ->
                      "x" + HexFormat.of().formatHex(dictionary.get(codes[i]));
                })
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "snappy", "gzip", "zstd", "lz4"})
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

  /// Any damage is read or told, and nothing else comes of it.
  @Test
  @Timeout(60)
  void damagedFilesAreReadOrToldOf() throws IOException {
    byte[] whole = resource("snappy.parquet");
    Random random = new Random(3);
    int told = 0;
    for (int i = 0; i < 200; i++) {
      byte[] damaged =
          Arrays.copyOf(whole, i % 4 == 0 ? random.nextInt(whole.length) : whole.length);
      for (int j = 0; j < 1 + i % 3 && damaged.length > 0; j++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      Path file = Files.write(folder.resolve("damaged.parquet"), damaged);
      try (ParquetSource source = ParquetSource.open(file, List.of())) {
        values(source);
      } catch (DataException e) {
        assertEquals(Location.of(file), e.where());
        told++;
      }
    }
    assertEquals(true, told > 50, () -> "few were told of");
  }
}
