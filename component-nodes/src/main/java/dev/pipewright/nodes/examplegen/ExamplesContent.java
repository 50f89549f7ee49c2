package dev.pipewright.nodes.examplegen;

import dev.pipewright.nodes.FaceContent;
import dev.pipewright.nodes.FaceParts;
import dev.pipewright.nodes.NodeStatus;
import dev.pipewright.nodes.Texts;
import dev.pipewright.pipeline.component.Parameters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// Rows and columns, and a bar of the splits; before a run, the folder and the shares.
final class ExamplesContent implements FaceContent<ExampleCounts> {

  private static final String EXAMPLES = "examples";

  @Override
  public Set<String> ports() {
    return Set.of(EXAMPLES);
  }

  @Override
  public ExampleCounts read(Map<String, Path> folders) throws IOException, InterruptedException {
    return ExampleCounts.read(Objects.requireNonNull(folders.get(EXAMPLES)));
  }

  @Override
  public Node planned(Parameters parameters, NodeStatus.State state) {
    String base = parameters.text("input_base").orElse("");
    SequencedMap<String, Long> shares = shares(parameters);
    List<Node> rows = new ArrayList<>();
    rows.add(
        base.isEmpty()
            ? FaceParts.line(Texts.text("examples.no-folder"))
            : FaceParts.path(Texts.text("examples.from", base)));
    if (!shares.isEmpty()) {
      SplitBar bar = new SplitBar(shares);
      bar.getStyleClass().add("planned");
      rows.add(bar);
      rows.add(labels(percentages(shares), "examples.share"));
    }
    return tall(rows);
  }

  /// The splits with their shares; empty where they are the input's.
  private static SequencedMap<String, Long> shares(Parameters parameters) {
    SequencedMap<String, Long> shares = new LinkedHashMap<>();
    for (Parameters split :
        parameters.struct("output_config").struct("split_config").structs("splits")) {
      shares.put(split.text("name").orElse(""), split.integer("hash_buckets").orElse(0L));
    }
    if (shares.isEmpty() && parameters.struct("input_config").structs("splits").size() < 2) {
      shares.put("train", 2L);
      shares.put("eval", 1L);
    }
    return shares;
  }

  private static SequencedMap<String, Long> percentages(SequencedMap<String, Long> shares) {
    double total = shares.values().stream().mapToLong(Long::longValue).sum();
    SequencedMap<String, Long> percentages = new LinkedHashMap<>();
    shares.forEach(
        (name, share) -> percentages.put(name, total == 0 ? 0 : Math.round(100 * share / total)));
    return percentages;
  }

  @Override
  public Node made(ExampleCounts counts, Parameters parameters) {
    boolean isRows = counts.unit() == ExampleCounts.Unit.ROWS;
    Label total =
        FaceParts.strong(
            isRows ? Texts.text("examples.rows", counts.total()) : FileSizes.text(counts.total()));
    Label columns = FaceParts.line(Texts.text("examples.columns", counts.columns()));
    SequencedMap<String, Object> sizes = new LinkedHashMap<>();
    counts
        .splits()
        .forEach((name, size) -> sizes.put(name, isRows ? (Object) size : FileSizes.text(size)));
    return tall(
        List.of(
            FaceParts.ends(total, columns),
            new SplitBar(counts.splits()),
            labels(sizes, "examples.split")));
  }

  private static Node tall(List<Node> rows) {
    var stack = FaceParts.stack(rows);
    stack.getStyleClass().add("examples-face");
    return stack;
  }

  /// The names and sizes below the bar; the first at its left, the last at its right.
  private static Node labels(SequencedMap<String, ?> sizes, String key) {
    List<Label> labels = new ArrayList<>();
    sizes.forEach((name, size) -> labels.add(FaceParts.line(Texts.text(key, name, size))));
    if (labels.size() == 1) {
      return labels.getFirst();
    }
    if (labels.size() == 2) {
      return FaceParts.ends(labels.getFirst(), labels.getLast());
    }
    HBox row = new HBox(6);
    row.getChildren().setAll(labels);
    // There may be no room for all of them.
    return FaceParts.withTip(
        row, labels.stream().map(Label::getText).collect(Collectors.joining(", ")));
  }
}
