package dev.pipewright.app.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/// Takes what a host prints, line by line, and remembers the last lines. A stream that nobody reads
/// would stop the host once its pipe is full.
final class PrintedLines {

  private static final int REMEMBERED = 20;

  private final Consumer<String> told;
  private final Deque<String> last = new ArrayDeque<>();

  PrintedLines(Consumer<String> told) {
    this.told = told;
  }

  /// Reads a stream to its end, on the thread that is returned.
  Thread read(InputStream stream) {
    return Thread.ofVirtual().name("engine prints").start(() -> readAll(stream));
  }

  private void readAll(InputStream stream) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        remember(line);
        told.accept(line);
      }
    } catch (IOException e) {
      // The stream broke with its process, whose end is told elsewhere.
      remember(e.toString());
    }
  }

  private synchronized void remember(String line) {
    last.addLast(line);
    if (last.size() > REMEMBERED) {
      last.removeFirst();
    }
  }

  synchronized List<String> last() {
    return List.copyOf(last);
  }
}
