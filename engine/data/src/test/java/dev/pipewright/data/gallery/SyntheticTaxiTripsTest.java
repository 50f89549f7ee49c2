package dev.pipewright.data.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The expected shares are those of the real table (15,002 rows), within what 15,000 draws scatter.
class SyntheticTaxiTripsTest {

  private static final int ROWS = 15_000;

  @Test
  void givesTheSameBytesForTheSameSeed() throws IOException {
    assertEquals(csv(200, 7), csv(200, 7));
    assertNotEquals(csv(200, 7), csv(200, 8));
  }

  @Test
  void startsWithTheHeaderAndHasTheRowsAskedFor() throws IOException {
    List<String> lines = csv(3, 1).lines().toList();
    assertEquals(SyntheticTaxiTrips.HEADER, lines.getFirst());
    assertEquals(4, lines.size());
  }

  @Test
  void tipsOverTwentyPercentAsOftenAsInTheRealTable() throws IOException {
    List<String[]> rows = rows();
    double tipped =
        rows.stream()
            .filter(r -> Double.parseDouble(r[17]) > 0.2 * Double.parseDouble(r[1]))
            .count();
    assertEquals(0.225, tipped / ROWS, 0.03);
  }

  @Test
  void hasTheMissingCellsOfTheRealTable() throws IOException {
    List<String[]> rows = rows();
    assertEquals(0.343, missing(rows, 14), 0.02, "company");
    assertEquals(0.032, missing(rows, 8), 0.01, "dropoff_latitude");
    assertEquals(0.283, missing(rows, 12), 0.02, "dropoff_census_tract");
    assertTrue(missing(rows, 11) > 0.99, "pickup_census_tract");
  }

  @Test
  void paysCashTwoTimesInThree() throws IOException {
    double cash = rows().stream().filter(r -> r[13].equals("Cash")).count();
    assertEquals(0.66, cash / ROWS, 0.02);
  }

  @Test
  void staysInTheCity() throws IOException {
    for (String[] row : rows()) {
      if (!row[6].isEmpty()) {
        double latitude = Double.parseDouble(row[6]);
        double longitude = Double.parseDouble(row[7]);
        assertTrue(latitude > 41.6 && latitude < 42.1, () -> "latitude " + latitude);
        assertTrue(longitude > -88 && longitude < -87.5, () -> "longitude " + longitude);
      }
    }
  }

  @Test
  void rejectsANegativeNumberOfRows() {
    assertThrows(IllegalArgumentException.class, () -> csv(-1, 1));
  }

  private static double missing(List<String[]> rows, int column) {
    return rows.stream().filter(r -> r[column].isEmpty()).count() / (double) rows.size();
  }

  private static List<String[]> rows() throws IOException {
    return csv(ROWS, 1)
        .lines()
        .skip(1)
        .map(line -> line.replaceAll("\"[^\"]*(\"\"[^\"]*)*\"", "quoted").split(",", -1))
        .toList();
  }

  private static String csv(long rows, long seed) throws IOException {
    var out = new ByteArrayOutputStream();
    SyntheticTaxiTrips.write(out, rows, seed);
    return out.toString(StandardCharsets.UTF_8);
  }
}
