package dev.pipewright.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TopologyTest {

  /// Nodes from lines as `D: B C`, D being fed by B and C.
  private static Pipeline graph(String... lines) {
    return Pipeline.of(
        "p",
        Arrays.stream(lines)
            .map(
                line -> {
                  String[] parts = line.split(":");
                  return Node.of(new NodeId(parts[0]), "X")
                      .withInput(
                          "in",
                          Arrays.stream(
                                  parts.length > 1 ? parts[1].trim().split(" ") : new String[0])
                              .map(n -> new Source(new NodeId(n), "out"))
                              .toList());
                })
            .toList());
  }

  private static List<NodeId> ids(String... names) {
    return Arrays.stream(names).map(NodeId::new).toList();
  }

  @Test
  void ordersNodesAfterTheirSourcesAndElseAsWritten() {
    Topology topology = new Topology(graph("D: B C", "C: A", "B: A", "A:", "Z: Gone"));
    assertEquals(ids("A", "C", "B", "D", "Z"), topology.order());
    assertEquals(Optional.empty(), topology.cycle());
  }

  @Test
  void findsWhatANodeNeedsAndFeeds() {
    Topology topology = new Topology(graph("A:", "B: A", "C: A", "D: B", "E: D C"));
    assertEquals(new HashSet<>(ids("D", "B", "A")), topology.withUpstream(ids("D")));
    assertEquals(new HashSet<>(ids("B", "D", "E")), topology.withDownstream(ids("B")));
  }

  @Test
  void namesTheNodesAlongACycle() {
    Topology topology = new Topology(graph("S:", "A: S C", "B: A", "C: B", "T: C"));
    List<NodeId> cycle = topology.cycle().orElseThrow();
    assertEquals(Set.copyOf(ids("A", "B", "C")), Set.copyOf(cycle));
    for (int i = 0; i < 3; i++) {
      assertTrue(topology.upstream(cycle.get((i + 1) % 3)).contains(cycle.get(i)));
    }
    assertThrows(IllegalStateException.class, topology::order);
  }

  @Test
  void aNodeThatFeedsItselfIsACycle() {
    assertEquals(Optional.of(ids("A")), new Topology(graph("A: A")).cycle());
  }
}
