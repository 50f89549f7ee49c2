package dev.pipewright.app.engine;

import dev.pipewright.app.text.Texts;

/// Says in words what the exit code of a host means.
final class ExitReason {

  private static final Texts TEXTS = Texts.of(ExitReason.class);

  /// Java tells a signal on Unix as a code this much higher.
  private static final int SIGNAL = 128;

  private ExitReason() {}

  static String of(int code) {
    String signal = signal(code - SIGNAL);
    if (!signal.isEmpty()) {
      String key = code - SIGNAL == 9 ? "engine.killed" : "engine.signal";
      return TEXTS.get(key, Integer.toString(code - SIGNAL), signal);
    }
    return TEXTS.get("engine.exit", Integer.toString(code));
  }

  private static String signal(int number) {
    return switch (number) {
      case 1 -> "SIGHUP";
      case 2 -> "SIGINT";
      case 3 -> "SIGQUIT";
      case 4 -> "SIGILL";
      case 6 -> "SIGABRT";
      case 7 -> "SIGBUS";
      case 8 -> "SIGFPE";
      case 9 -> "SIGKILL";
      case 11 -> "SIGSEGV";
      case 15 -> "SIGTERM";
      default -> "";
    };
  }
}
