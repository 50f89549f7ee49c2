package dev.pipewright.pipeline.component;

import java.util.List;
import java.util.Optional;

/// What a component says of itself. The palette, the panel's default form, the checks, `pipewright
/// describe` and the exports are drawn from it.
///
/// @param name TFX's name of the component, as `StatisticsGen`; it is what a project file refers to
/// @param category where the palette shows it
/// @param version changes whenever the same inputs and parameters would give another result
/// @param doc what it does, in a sentence or two
/// @param inputs its inputs, in the order in which they are drawn
/// @param outputs its outputs, in the order in which they are drawn
/// @param parameters its parameters, in the order in which a form shows them
/// @param resources what a run of it needs of the machine
public record ComponentSpec(
    String name,
    Category category,
    int version,
    String doc,
    List<PortSpec> inputs,
    List<PortSpec> outputs,
    List<ParameterSpec> parameters,
    Resources resources) {

  /// The sections of the palette.
  public enum Category {
    /// Getting data, schemas and other artifacts in.
    DATA,
    /// Knowing and checking data.
    VALIDATION,
    /// Preparing features.
    FEATURES,
    /// Training, tuning, and finding models that were trained.
    TRAINING,
    /// Judging models.
    EVALUATION,
    /// Taking models to production.
    DEPLOYMENT,
  }

  /// What an execution occupies while it runs, for the schedule.
  ///
  /// @param cores how many processor cores it can keep busy; `ALL_CORES` for all
  /// @param usesAccelerator whether it runs TensorFlow on the device; one such node runs at a time
  public record Resources(int cores, boolean usesAccelerator) {
    /// As many cores as there are.
    public static final int ALL_CORES = Integer.MAX_VALUE;

    /// Work that hardly takes a core: small files, metadata.
    public static final Resources LIGHT = new Resources(1, false);

    /// Work that spreads over all cores.
    public static final Resources CPU = new Resources(ALL_CORES, false);

    /// Work in TensorFlow.
    public static final Resources TENSORFLOW = new Resources(ALL_CORES, true);
  }

  public ComponentSpec {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    parameters = List.copyOf(parameters);
  }

  /// The input of this name.
  public Optional<PortSpec> input(String port) {
    return inputs.stream().filter(p -> p.name().equals(port)).findFirst();
  }

  /// The output of this name.
  public Optional<PortSpec> output(String port) {
    return outputs.stream().filter(p -> p.name().equals(port)).findFirst();
  }

  /// The parameter of this name.
  public Optional<ParameterSpec> parameter(String parameter) {
    return parameters.stream().filter(p -> p.name().equals(parameter)).findFirst();
  }
}
