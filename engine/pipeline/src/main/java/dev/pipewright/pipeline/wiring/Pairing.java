package dev.pipewright.pipeline.wiring;

import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.PortSpec;
import java.util.List;

/// An output of one component and an input of another that takes its type.
public record Pairing(PortSpec output, PortSpec input) {

  /// All pairs of an output of `from` and an input of `to` of one type, in the order of the ports.
  public static List<Pairing> of(ComponentSpec from, ComponentSpec to) {
    return from.outputs().stream()
        .flatMap(
            output ->
                to.inputs().stream()
                    .filter(input -> input.type().equals(output.type()))
                    .map(input -> new Pairing(output, input)))
        .toList();
  }
}
