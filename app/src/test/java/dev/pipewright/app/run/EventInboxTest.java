package dev.pipewright.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.app.thread.FxQueue;
import dev.pipewright.protocol.EventMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventInboxTest {

  private final FxQueue fx = new FxQueue();
  private final List<List<EventInbox.Item>> batches = new ArrayList<>();
  private final EventInbox inbox = new EventInbox(fx.executor(), batches::add);
  private final Told told = new Told("r");

  @Test
  void handsOverTheFirstEventAtOnce() {
    inbox.event(told.nodeStarted("A"));
    fx.runUntil(Duration.ofMillis(60), () -> batches.size() == 1);
  }

  @Test
  void handsOverAFloodInAFewBatchesAndInOrder() {
    long start = System.nanoTime();
    List<EventMessage> sent = new ArrayList<>();
    while (System.nanoTime() - start < 500_000_000L) {
      EventMessage event = told.metric("A", "t", sent.size(), 1.0);
      sent.add(event);
      inbox.event(event);
      fx.runFor(Duration.ofNanos(1_000));
    }
    fx.runFor(Duration.ofMillis(150));
    assertEquals(
        sent, batches.stream().flatMap(List::stream).flatMap(EventInboxTest::event).toList());
    assertTrue(batches.size() <= 8, () -> batches.size() + " batches");
  }

  @Test
  void keepsOnlyTheLastProgressOfANode() {
    inbox.event(told.nodeStarted("A"));
    for (int i = 0; i < 100; i++) {
      inbox.event(told.progress("A", i / 100.0, ""));
      inbox.event(told.progress("B", i / 100.0, ""));
    }
    inbox.printed("line");
    inbox.flush();
    List<EventMessage> events = batches.getFirst().stream().flatMap(EventInboxTest::event).toList();
    assertEquals(
        List.of(told.nodeStarted("A"), told.progress("A", 0.99, ""), told.progress("B", 0.99, "")),
        events);
    assertEquals(4, batches.getFirst().size());
  }

  private static Stream<EventMessage> event(EventInbox.Item item) {
    return item instanceof EventInbox.Item.Event(EventMessage event)
        ? Stream.of(event)
        : Stream.empty();
  }
}
