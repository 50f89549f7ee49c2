package dev.pipewright.data.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PythonNumbersTest {

  /// The type of a cell, and its value as Python reads it and as a float's bits, as `cells.csv` has
  /// them.
  private static String read(byte[] cell) {
    byte[] data = new byte[cell.length + 2];
    System.arraycopy(cell, 0, data, 1, cell.length);
    int end = 1 + cell.length;
    CellType type = cell.length == 0 ? CellType.UNKNOWN : PythonNumbers.classify(data, 1, end);
    String number = type == CellType.INT ? PythonNumbers.toLong(data, 1, end) + " " : "";
    boolean isNumber = type == CellType.INT || type == CellType.FLOAT;
    return type + "," + number + (isNumber ? floatBits(data, end) : "");
  }

  private static String floatBits(byte[] data, int end) {
    float slow = PythonNumbers.toFloat(data, 1, end);
    float quick = PythonNumbers.toFloatQuickly(data, 1, end);
    assertEquals(slow, Float.isNaN(quick) ? slow : quick);
    return HexFormat.of().toHexDigits(Float.floatToIntBits(slow));
  }

  @Test
  void readsCellsAsPythonDoes() throws Exception {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                PythonNumbersTest.class.getResourceAsStream("cells.csv"),
                StandardCharsets.US_ASCII))) {
      List<String> all = lines.lines().toList();
      assertEquals(70, all.size());
      for (String line : all) {
        String hex = line.substring(0, line.indexOf(','));
        // Python's -nan and nan are the same here.
        assertEquals(
            line.replace(",ffc00000", ",7fc00000"), hex + "," + read(HexFormat.of().parseHex(hex)));
      }
    }
  }

  @Test
  void theQuickWayRoundsAsTheSlowOneDoes() {
    Random random = new Random(5);
    int rounds = Integer.getInteger("pipewright.fuzz", 30_000);
    for (int i = 0; i < rounds; i++) {
      float near = Float.intBitsToFloat(random.nextInt());
      double middle = ((double) near + Math.nextUp(near)) / 2;
      String text =
          switch (i % 3) {
            case 0 -> new BigDecimal(random.nextLong()).movePointLeft(i % 19).toPlainString();
            case 1 -> Double.isFinite(middle) ? plain(middle, random.nextInt(20)) : "1";
            default -> Double.toString(random.nextDouble() * 200 - 100);
          };
      byte[] cell = text.getBytes(StandardCharsets.US_ASCII);
      float quick = PythonNumbers.toFloatQuickly(cell, 0, cell.length);
      if (!Float.isNaN(quick)) {
        assertEquals((float) Double.parseDouble(text), quick, text);
      }
    }
  }

  private static String plain(double value, int digits) {
    String text = new BigDecimal(value).toPlainString();
    return text.substring(0, Math.min(text.length(), digits + 2)).replaceAll("\\.$", "");
  }
}
