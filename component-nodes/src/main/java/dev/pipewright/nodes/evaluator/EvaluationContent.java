package dev.pipewright.nodes.evaluator;

import dev.pipewright.modelanalysis.config.EvalConfigs;
import dev.pipewright.nodes.FaceContent;
import dev.pipewright.nodes.FaceParts;
import dev.pipewright.nodes.FooterNote;
import dev.pipewright.nodes.MetricNames;
import dev.pipewright.nodes.NodeRequest;
import dev.pipewright.nodes.NodeStatus;
import dev.pipewright.nodes.Texts;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.component.Parameters;
import dev.pipewright.protos.tfma.EvalConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Whether the model is blessed, and by which number; before a run, what is asked of it.
final class EvaluationContent implements FaceContent<Verdict> {

  @Override
  public Set<String> ports() {
    return Set.of("evaluation", "blessing");
  }

  @Override
  public Verdict read(Map<String, Path> folders) {
    return Verdict.read(folders);
  }

  @Override
  public Node planned(Parameters parameters, NodeStatus.State state) {
    EvalConfig config =
        EvalConfigs.parse(parameters.require("eval_config", parameters.value("eval_config")));
    List<Bound> bounds = Bound.of(config);
    String slicings = Texts.text("evaluation.slicings", Math.max(1, config.getSlicingSpecsCount()));
    if (bounds.isEmpty()) {
      return FaceParts.line(
          Texts.text("face.both", slicings, Texts.text("evaluation.no-thresholds")));
    }
    return FaceParts.line(Texts.text("face.both", slicings, bounds.getFirst().text()));
  }

  @Override
  public Node made(Verdict verdict, Parameters parameters) {
    Label slices = FaceParts.line(Texts.text("evaluation.slices", verdict.slices()));
    Region first = FaceParts.ends(blessing(verdict), slices);
    Verdict.Metric metric = verdict.metric();
    return metric == null ? first : FaceParts.stack(first, line(metric));
  }

  private static Region line(Verdict.Metric metric) {
    String value =
        Texts.text(
            "evaluation.metric", MetricNames.brief(metric.name()), Texts.number(metric.value()));
    Bound bound = metric.bound();
    if (bound == null) {
      return FaceParts.line(value);
    }
    String text =
        Texts.text(
            bound.isLower() ? "evaluation.value-at-least" : "evaluation.value-at-most",
            value,
            Texts.plain(bound.limit()));
    return metric.isWithinBound() ? FaceParts.line(text) : FaceParts.alarm(text);
  }

  private static Label blessing(Verdict verdict) {
    return switch (verdict.blessing()) {
      case BLESSED -> FaceParts.pill(Texts.text("evaluation.blessed"), FaceParts.Tone.SUCCESS);
      case NOT_BLESSED ->
          FaceParts.withTip(
              FaceParts.pill(Texts.text("evaluation.not-blessed"), FaceParts.Tone.DANGER),
              Texts.text("evaluation.failures", verdict.failures()));
      case NONE -> FaceParts.line(Texts.text("evaluation.no-thresholds"));
    };
  }

  @Override
  public FooterNote madeNote(NodeId node, Verdict verdict, Parameters parameters) {
    return verdict.blessing() == Verdict.Blessing.NOT_BLESSED
        ? FooterNote.link(
            Texts.text("evaluation.review"), new NodeRequest.OpenOutput(node, "evaluation"))
        : FooterNote.NONE;
  }
}
