package dev.pipewright.transform.graph;

import dev.pipewright.transform.expression.Expression;
import dev.pipewright.transform.expression.Expression.Call;
import dev.pipewright.transform.expression.Expression.Int;
import dev.pipewright.transform.expression.Expression.Real;
import dev.pipewright.transform.expression.Expression.Text;
import dev.pipewright.transform.expression.Operation.Analysis;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// A call that needs an analyzer. Calls with the same key share one.
///
/// @param call the call
record AnalyzerCall(Call call) {

  AnalyzerCall {
    if (call.operation().analysis() == Analysis.NONE) {
      throw new IllegalArgumentException(call + " needs no analyzer");
    }
  }

  Analysis analysis() {
    return call.operation().analysis();
  }

  /// What is analyzed.
  Expression input() {
    return call.arguments().getFirst();
  }

  /// Equal for calls that need to know the same.
  String key() {
    return analysis()
        + " "
        + input()
        + switch (analysis()) {
          case QUANTILES -> " " + call.argument("num_buckets");
          case VOCABULARY ->
              " "
                  + call.argument("top_k")
                  + " "
                  + call.argument("frequency_threshold")
                  + " "
                  + call.argument("vocab_filename");
          case NONE, MOMENTS, RANGE, SUM, SIZE -> "";
        };
  }

  OptionalLong integer(String parameter) {
    return call.argument(parameter) instanceof Int(long value, _)
        ? OptionalLong.of(value)
        : OptionalLong.empty();
  }

  OptionalDouble real(String parameter) {
    return switch (call.argument(parameter)) {
      case Int(long value, _) -> OptionalDouble.of(value);
      case Real(double value, _) -> OptionalDouble.of(value);
      default -> OptionalDouble.empty();
    };
  }

  Optional<String> text(String parameter) {
    return call.argument(parameter) instanceof Text(String value, _)
        ? Optional.of(value)
        : Optional.empty();
  }
}
