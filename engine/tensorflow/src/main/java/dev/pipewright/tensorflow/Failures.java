package dev.pipewright.tensorflow;

import static org.tensorflow.internal.c_api.global.tensorflow.TF_GetCode;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_Message;

import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.EnvironmentException;
import dev.pipewright.pipeline.Location;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tensorflow.internal.c_api.TF_Status;

/// Turns TensorFlow's status codes (`tsl/platform/error_codes`) into exceptions: those a user can
/// act on become engine exceptions, the others name the op.
final class Failures {

  static final int OK = 0;
  static final int OUT_OF_RANGE = 11;
  private static final int CANCELLED = 1;
  private static final int INVALID_ARGUMENT = 3;
  private static final int NOT_FOUND = 5;
  private static final int RESOURCE_EXHAUSTED = 8;
  private static final int DATA_LOSS = 15;
  private static final Pattern NODE = Pattern.compile("\\{\\{node ([^}]+)}}");

  private Failures() {}

  /// For calls that build: a failure is the caller's.
  static void checkBuild(TF_Status status, String what) {
    if (TF_GetCode(status) != OK) {
      throw new IllegalArgumentException(what + ": " + message(status));
    }
  }

  /// For calls that run a graph.
  static void checkRun(TF_Status status) {
    if (TF_GetCode(status) != OK) {
      throw running(TF_GetCode(status), message(status));
    }
  }

  static String message(TF_Status status) {
    return TF_Message(status).getString();
  }

  static RuntimeException running(int code, String message) {
    String what = firstSentence(message);
    Location where = where(message);
    return switch (code) {
      case CANCELLED -> new CancellationException("TensorFlow: " + what);
      case INVALID_ARGUMENT ->
          new DataException(
              "TensorFlow could not use a value: " + what,
              where,
              "Check the data that reaches this operation: its shape, type and range.");
      case RESOURCE_EXHAUSTED ->
          new EnvironmentException(
              "TensorFlow ran out of memory: " + what,
              where,
              "Use a smaller batch size or a smaller model, or close other programs.");
      case NOT_FOUND, DATA_LOSS ->
          new ArtifactException(
              "TensorFlow could not read what it needs: " + what,
              where,
              "Make the artifact again, or restore it from a copy.");
      default -> new IllegalStateException("TensorFlow (code " + code + "): " + message);
    };
  }

  private static Location where(String message) {
    Matcher node = NODE.matcher(message);
    return node.find() ? Location.subject("operation " + node.group(1)) : Location.NONE;
  }

  private static String firstSentence(String message) {
    String line = message.lines().findFirst().orElse("no reason given").strip();
    return line.endsWith(".") ? line : line + ".";
  }
}
