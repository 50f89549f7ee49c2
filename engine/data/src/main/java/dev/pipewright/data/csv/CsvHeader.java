package dev.pipewright.data.csv;

import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Location;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The first line of a CSV file: the columns' names, cut at commas and nothing else, as TFX's
/// `io_utils.load_csv_column_names` does, so that quotes are part of a name.
record CsvHeader(List<String> names, boolean hasByteOrderMark) {

  private static final int MAX_BYTES = 1 << 24;
  private static final int MAGIC_BYTES = 4;

  CsvHeader {
    names = List.copyOf(names);
  }

  /// Reads the header, and leaves the stream after it.
  ///
  /// @throws DataException when the file is empty, is not text in UTF-8, or a name is empty or
  ///   there twice
  static CsvHeader read(Path file, InputStream in) throws IOException {
    byte[] line = firstLine(file, in);
    boolean hasMark = startsWith(line, 0xef, 0xbb, 0xbf);
    int skip = hasMark ? 3 : 0;
    String text = decode(file, ByteBuffer.wrap(line, skip, line.length - skip)).strip();
    if (text.isEmpty()) {
      throw problem(
          file,
          "The file is empty, or its first line is.",
          "Put the names of the columns in the first line.");
    }
    List<String> names = List.of(text.split(",", -1));
    requireDistinct(file, names);
    return new CsvHeader(names, hasMark);
  }

  private static byte[] firstLine(Path file, InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      line.write(b);
      if (line.size() == MAGIC_BYTES) {
        requireText(file, line.toByteArray());
      }
      if (b == 0) {
        throw problem(
            file,
            "There is a NUL byte in the header: the file is in UTF-16, or no text.",
            "Save it as text in UTF-8.");
      }
      if (line.size() > MAX_BYTES) {
        throw problem(
            file,
            "The first line is longer than 16 MB.",
            "End lines with a line feed, and put the names of the columns in the first.");
      }
    }
    return line.toByteArray();
  }

  private static void requireText(Path file, byte[] head) {
    if (startsWith(head, 'P', 'K', 3, 4)) {
      throw problem(
          file,
          "The file is a spreadsheet or an archive, not text.",
          "Unpack it, or export it as CSV in UTF-8.");
    }
  }

  private static String decode(Path file, ByteBuffer line) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(line).toString();
    } catch (CharacterCodingException e) {
      throw problem(
          file,
          "The header is not UTF-8; it may be Latin-1 (Windows-1252).",
          "Save the file as text in UTF-8.");
    }
  }

  private static void requireDistinct(Path file, List<String> names) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).isEmpty()) {
        throw problem(
            file, "Column " + (i + 1) + " has no name.", "Give each column a name of its own.");
      }
      if (!seen.add(names.get(i))) {
        throw problem(
            file,
            "Two columns are named " + names.get(i) + ".",
            "Give each column a name of its own.");
      }
    }
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    for (int i = 0; i < start.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != start[i]) {
        return false;
      }
    }
    return true;
  }

  private static DataException problem(Path file, String what, String fix) {
    return new DataException(what, Location.of(file, 1), fix);
  }
}
