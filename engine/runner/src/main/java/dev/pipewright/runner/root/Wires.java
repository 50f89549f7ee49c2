package dev.pipewright.runner.root;

import dev.pipewright.metadata.ArtifactId;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;

/// Tells links from what was made and read: an artifact that a node read in a run came from the
/// node that made it, found it, or took it from the cache in that run.
final class Wires {

  /// Runs, the newest first, each with its steps.
  private final List<List<Step>> runs;

  Wires(List<List<Step>> newestFirst) {
    runs = newestFirst;
  }

  /// The links of all nodes: by node and input, as the newest run has it in which it was read.
  Map<NodeId, SequencedMap<String, List<Source>>> links() {
    Map<NodeId, SequencedMap<String, List<Source>>> links = new HashMap<>();
    // What is certain first: where two nodes offer one artifact, as a resolver that finds what the
    // trainer has made, the other runs and inputs of the node tell which feeds which.
    for (Certainty certainty : Certainty.values()) {
      for (List<Step> run : runs) {
        Map<ArtifactId, SequencedSet<Source>> offers = offers(run);
        for (Step step : run) {
          var known = links.computeIfAbsent(step.node(), node -> new LinkedHashMap<>());
          step.inputs()
              .forEach(
                  (input, artifacts) -> {
                    if (!known.containsKey(input)) {
                      List<Source> sources = sources(artifacts, offers, known.values(), certainty);
                      if (!sources.isEmpty()) {
                        known.put(input, sources);
                      }
                    }
                  });
        }
      }
    }
    return links;
  }

  private enum Certainty {
    /// One node offers the artifact in the run.
    ONE,
    /// Several do: one that feeds no other input of the node is taken.
    SEVERAL,
    /// None does: one that did in another run is taken.
    ELSEWHERE
  }

  private List<Source> sources(
      List<ArtifactId> artifacts,
      Map<ArtifactId, SequencedSet<Source>> offers,
      Collection<List<Source>> taken,
      Certainty certainty) {
    SequencedSet<Source> sources = new LinkedHashSet<>();
    for (ArtifactId artifact : artifacts) {
      SequencedSet<Source> offered = offers.getOrDefault(artifact, new LinkedHashSet<>());
      switch (certainty) {
        case ONE -> {
          if (offered.size() == 1) {
            sources.add(offered.getFirst());
          }
        }
        case SEVERAL ->
            offered.stream()
                .filter(each -> taken.stream().noneMatch(list -> list.contains(each)))
                .findFirst()
                .or(() -> offered.stream().findFirst())
                .ifPresent(sources::add);
        case ELSEWHERE ->
            runs.stream()
                .map(run -> offers(run).getOrDefault(artifact, new LinkedHashSet<>()))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .ifPresent(found -> sources.add(found.getFirst()));
      }
    }
    return new ArrayList<>(sources);
  }

  private final Map<List<Step>, Map<ArtifactId, SequencedSet<Source>>> offered = new HashMap<>();

  private Map<ArtifactId, SequencedSet<Source>> offers(List<Step> run) {
    return offered.computeIfAbsent(run, Wires::count);
  }

  private static Map<ArtifactId, SequencedSet<Source>> count(List<Step> run) {
    Map<ArtifactId, SequencedSet<Source>> offers = new HashMap<>();
    for (Step step : run) {
      step.outputs()
          .forEach(
              (port, artifacts) ->
                  artifacts.forEach(
                      artifact ->
                          offers
                              .computeIfAbsent(artifact, id -> new LinkedHashSet<>())
                              .add(new Source(step.node(), port))));
    }
    return offers;
  }
}
