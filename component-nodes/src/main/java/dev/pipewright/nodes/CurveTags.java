package dev.pipewright.nodes;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The tags under which Keras's TensorBoard callback writes curves: `batch_loss` and
/// `evaluation_loss_vs_iterations` over steps, `epoch_loss` over epochs.
public final class CurveTags {

  private static final Pattern STEPS =
      Pattern.compile("batch_(?<batch>.+)|evaluation_(?<validation>.+)_vs_iterations");
  private static final Pattern EPOCHS = Pattern.compile("epoch_(?<name>.+)");

  private CurveTags() {}

  /// What a tag measures over steps, as `loss`; empty for other tags.
  public static Optional<String> overSteps(String tag) {
    Matcher steps = STEPS.matcher(tag);
    if (!steps.matches()) {
      return Optional.empty();
    }
    return Optional.ofNullable(steps.group("batch"))
        .or(() -> Optional.of(steps.group("validation")));
  }

  /// What a tag measures over epochs, as `loss`; empty for other tags.
  public static Optional<String> overEpochs(String tag) {
    Matcher epochs = EPOCHS.matcher(tag);
    return epochs.matches() ? Optional.of(epochs.group("name")) : Optional.empty();
  }
}
