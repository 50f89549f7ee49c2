package dev.pipewright.app.run;

import dev.pipewright.app.thread.FxExecutor;
import dev.pipewright.protocol.EventMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Carries what the engine tells to the JavaFX thread in batches, ten a second at most, however
/// much it is. Of a node's progress only the last of a batch is kept.
final class EventInbox {

  private static final long INTERVAL_NANOS = 100_000_000;

  /// Something that came.
  sealed interface Item {
    /// An event of the run.
    record Event(EventMessage message) implements Item {}

    /// A line that the engine printed.
    record Printed(long millis, String line) implements Item {}
  }

  private final FxExecutor fx;
  private final Consumer<List<Item>> reader;
  private final Map<String, Integer> progress = new HashMap<>();
  private List<Item> items = new ArrayList<>();
  private boolean isDue;
  private long lastNanos = System.nanoTime() - INTERVAL_NANOS;

  EventInbox(FxExecutor fx, Consumer<List<Item>> reader) {
    this.fx = fx;
    this.reader = reader;
  }

  /// Takes an event, on any thread.
  synchronized void event(EventMessage message) {
    String node = message.node();
    if (message.event().equals("progress") && node != null) {
      Integer earlier = progress.putIfAbsent(node, items.size());
      if (earlier != null) {
        items.set(earlier, new Item.Event(message));
        return;
      }
    }
    add(new Item.Event(message));
  }

  /// Takes a line, on any thread.
  synchronized void printed(String line) {
    add(new Item.Printed(System.currentTimeMillis(), line));
  }

  private void add(Item item) {
    items.add(item);
    if (isDue) {
      return;
    }
    isDue = true;
    long wait = lastNanos + INTERVAL_NANOS - System.nanoTime();
    if (wait <= 0) {
      fx.execute(this::flush);
    } else {
      fx.after(Duration.ofNanos(wait), this::flush);
    }
  }

  /// Hands over what has come so far. JavaFX thread.
  void flush() {
    List<Item> batch;
    synchronized (this) {
      batch = items;
      items = new ArrayList<>();
      progress.clear();
      isDue = false;
      lastNanos = System.nanoTime();
    }
    if (!batch.isEmpty()) {
      reader.accept(batch);
    }
  }
}
