package dev.pipewright.runner;

import dev.pipewright.metadata.ContextRecord;
import dev.pipewright.metadata.ExecutionId;
import dev.pipewright.metadata.ExecutionRecord;
import dev.pipewright.metadata.MetadataReader;
import dev.pipewright.metadata.TfxTypes;
import dev.pipewright.runner.RunHistory.PastRun;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The runs of a pipeline under a root in the order in which they began, which is their number.
/// Several pipelines under one root are counted apart; under the root beside a project all are this
/// project's, which counts on when it is given another name.
///
/// @param runs the oldest first
record PipelineRuns(MetadataReader store, List<Entry> runs) {

  /// A run, and the pipeline as it was called then.
  record Entry(ContextRecord pipeline, ContextRecord run) {}

  PipelineRuns {
    runs = List.copyOf(runs);
  }

  /// @param pipeline what the pipeline is called now; under its project's own root it may have had
  ///   other names
  static PipelineRuns of(MetadataReader store, RunRoot root, String pipeline) {
    return new PipelineRuns(
        store,
        store.contextsOfType(TfxTypes.PIPELINE.name()).stream()
            .filter(each -> root.isOfOneProject() || each.name().equals(pipeline))
            .flatMap(each -> store.children(each.id()).stream().map(run -> new Entry(each, run)))
            .sorted(
                Comparator.comparing((Entry each) -> each.run().created())
                    .thenComparing(each -> each.run().id().value()))
            .toList());
  }

  /// The node of an execution of a run.
  String node(Entry run, ExecutionRecord execution) {
    String prefix = TfxTypes.nodeName(run.pipeline().name(), "");
    return store.contextsOf(execution.id()).stream()
        .filter(context -> context.type().equals(TfxTypes.NODE.name()))
        .map(ContextRecord::name)
        .filter(name -> name.startsWith(prefix))
        .map(name -> name.substring(prefix.length()))
        .findFirst()
        .orElse(execution.type());
  }

  PastRun past(Entry run) {
    Map<ExecutionId, String> names = new TreeMap<>();
    store.executionsIn(run.run().id()).forEach(e -> names.put(e.id(), node(run, e)));
    return RunHistory.run(store, run.pipeline(), run.run(), names);
  }
}
