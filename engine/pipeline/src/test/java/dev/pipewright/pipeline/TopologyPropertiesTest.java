package dev.pipewright.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Random graphs against reachability computed in the plainest way (Warshall's).
class TopologyPropertiesTest {

  private static final int ROUNDS = 500;

  /// Nodes `N0`… and which of them feeds which.
  private record Graph(List<BitSet> feeds) {

    static Graph random(Random random) {
      int size = random.nextInt(1, 9);
      List<BitSet> feeds = new ArrayList<>();
      for (int from = 0; from < size; from++) {
        BitSet to = new BitSet();
        for (int i = random.nextInt(3); i > 0; i--) {
          to.set(random.nextInt(size));
        }
        feeds.add(to);
      }
      return new Graph(feeds);
    }

    int size() {
      return feeds.size();
    }

    Pipeline pipeline() {
      List<Node> nodes = new ArrayList<>();
      for (int to = 0; to < size(); to++) {
        List<Source> sources = new ArrayList<>();
        for (int from = 0; from < size(); from++) {
          if (feeds.get(from).get(to)) {
            sources.add(new Source(id(from), "out"));
          }
        }
        // A link from a node that is not there must change nothing.
        sources.add(new Source(new NodeId("Gone"), "out"));
        nodes.add(Node.of(id(to), "X").withInput("in", sources));
      }
      return Pipeline.of("p", nodes);
    }

    /// What each node feeds, however far off; a node on a cycle feeds itself.
    List<BitSet> reach() {
      List<BitSet> reach = feeds.stream().map(b -> (BitSet) b.clone()).toList();
      for (int via = 0; via < size(); via++) {
        for (BitSet from : reach) {
          if (from.get(via)) {
            from.or(reach.get(via));
          }
        }
      }
      return reach;
    }

    boolean hasCycle() {
      List<BitSet> reach = reach();
      return IntStream.range(0, size()).anyMatch(n -> reach.get(n).get(n));
    }
  }

  private static NodeId id(int index) {
    return new NodeId("N" + index);
  }

  private static int index(NodeId id) {
    return Integer.parseInt(id.value().substring(1));
  }

  private static Set<NodeId> ids(IntStream indexes) {
    return indexes.mapToObj(TopologyPropertiesTest::id).collect(Collectors.toSet());
  }

  @Test
  void findsWhatEachNodeFeedsAndNeeds() {
    Random random = new Random(1);
    for (int round = 0; round < ROUNDS; round++) {
      Graph graph = Graph.random(random);
      Topology topology = new Topology(graph.pipeline());
      List<BitSet> reach = graph.reach();
      for (int node = 0; node < graph.size(); node++) {
        int own = node;
        Set<NodeId> down = ids(reach.get(node).stream());
        down.add(id(node));
        assertEquals(down, topology.withDownstream(List.of(id(node))), graph.toString());
        Set<NodeId> up =
            ids(IntStream.range(0, graph.size()).filter(n -> n == own || reach.get(n).get(own)));
        assertEquals(up, topology.withUpstream(List.of(id(node))), graph.toString());
      }
    }
  }

  @Test
  void ordersEveryGraphWithoutACycleAndNamesOneOtherwise() {
    Random random = new Random(2);
    int cyclic = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Graph graph = Graph.random(random);
      Topology topology = new Topology(graph.pipeline());
      assertEquals(graph.hasCycle(), topology.cycle().isPresent(), graph.toString());
      if (graph.hasCycle()) {
        cyclic++;
        List<NodeId> cycle = topology.cycle().orElseThrow();
        assertEquals(cycle.size(), new HashSet<>(cycle).size(), "each node once: " + cycle);
        for (int i = 0; i < cycle.size(); i++) {
          int to = index(cycle.get((i + 1) % cycle.size()));
          assertTrue(graph.feeds().get(index(cycle.get(i))).get(to), cycle + " of " + graph);
        }
        assertThrows(IllegalStateException.class, topology::order);
      } else {
        checkOrder(graph, topology.order());
      }
    }
    assertTrue(cyclic > ROUNDS / 10 && cyclic < ROUNDS, cyclic + " had a cycle");
  }

  /// Each node comes after those that feed it, and no earlier free one was passed over.
  private static void checkOrder(Graph graph, List<NodeId> order) {
    BitSet done = new BitSet();
    for (NodeId next : order) {
      int first =
          IntStream.range(0, graph.size())
              .filter(n -> !done.get(n))
              .filter(
                  n ->
                      IntStream.range(0, graph.size())
                          .noneMatch(from -> graph.feeds().get(from).get(n) && !done.get(from)))
              .findFirst()
              .orElseThrow();
      assertEquals(id(first), next, order + " of " + graph);
      done.set(first);
    }
    assertEquals(graph.size(), done.cardinality());
  }
}
