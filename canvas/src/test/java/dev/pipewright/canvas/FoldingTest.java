package dev.pipewright.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FoldingTest {

  private static GraphDocument document(FrameState state, List<String> members) {
    GraphDocument plain = DemoGraph.document();
    GraphFrame frame =
        new GraphFrame(
            "f", "Train", "", "category-train", 400, 200, 300, 300, members, List.of(), state);
    return GraphDocument.of(plain.nodes(), plain.links(), List.of(frame), List.of());
  }

  @Test
  void aDocumentWithoutFoldedFramesIsDrawnAsItIs() {
    GraphDocument open = document(FrameState.OPEN, List.of("Trainer"));
    assertSame(open, Folding.of(open).document());
  }

  @Test
  void membersGiveWayToACardWithThePortsThatLeadOutside() {
    Folding folding = Folding.of(document(FrameState.FOLDED, List.of("Transform", "Trainer")));
    GraphNode card = folding.document().nodes().getLast();
    assertEquals("Train", card.title());
    assertEquals(
        List.of("Transform.examples", "Transform.schema"),
        card.inputs().stream().map(GraphPort::name).toList());
    assertEquals(List.of("Trainer.model"), card.outputs().stream().map(GraphPort::name).toList());
    assertEquals(9, folding.document().nodes().size());
    assertEquals(11, folding.document().links().size());
  }

  @Test
  void portsOfTheCardStandForThoseOfTheMembers() {
    Folding folding = Folding.of(document(FrameState.FOLDED, List.of("Trainer")));
    String card = Folding.keyOf("f");
    assertEquals(
        PortEnd.output(new PortRef("Trainer", "model")),
        folding.real(PortEnd.output(new PortRef(card, "Trainer.model"))));
    PortEnd other = PortEnd.input(new PortRef("Pusher", "model"));
    assertSame(other, folding.real(other));
    assertEquals(card, folding.shown("Trainer"));
    assertEquals("Pusher", folding.shown("Pusher"));
  }

  @Test
  void twoFoldedFramesAreLinkedWithEachOther() {
    GraphDocument plain = document(FrameState.FOLDED, List.of("Trainer"));
    GraphFrame other =
        new GraphFrame(
            "g",
            "Check",
            "",
            "category-evaluate",
            0,
            0,
            100,
            100,
            List.of("Evaluator"),
            List.of(),
            FrameState.FOLDED);
    Folding folding =
        Folding.of(
            GraphDocument.of(
                plain.nodes(),
                plain.links(),
                List.of(plain.frames().getFirst(), other),
                List.of()));
    GraphLink link =
        folding.document().links().stream()
            .filter(each -> each.key().equals("Trainer.model-Evaluator.model"))
            .findFirst()
            .orElseThrow();
    assertEquals(new PortRef(Folding.keyOf("f"), "Trainer.model"), link.from());
    assertEquals(new PortRef(Folding.keyOf("g"), "Evaluator.model"), link.to());
    assertEquals(
        Map.of(Folding.keyOf("f"), "f", Folding.keyOf("g"), "g").keySet(),
        folding.frames().keySet());
  }

  @Test
  void aDocumentRefusesMembersThatAreNotThereOrInTwoFrames() {
    assertThrows(
        IllegalArgumentException.class, () -> document(FrameState.OPEN, List.of("Nobody")));
    assertThrows(
        IllegalArgumentException.class,
        () -> document(FrameState.OPEN, List.of("Trainer", "Trainer")));
  }
}
