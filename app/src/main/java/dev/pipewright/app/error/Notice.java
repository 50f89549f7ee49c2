package dev.pipewright.app.error;

import dev.pipewright.app.text.Texts;
import dev.pipewright.pipeline.EngineException;
import java.io.PrintWriter;
import java.io.StringWriter;

/// Something a person is told.
///
/// @param what what happened, as a sentence
/// @param where where, as far as it is known, or empty
/// @param fix what to do, as a sentence, or empty
/// @param details everything that is known, for a report
/// @param isError whether something is lost or did not work
public record Notice(String what, String where, String fix, String details, boolean isError) {

  private static final Texts TEXTS = Texts.of(Notice.class);

  /// What an error means to a person.
  static Notice of(Throwable error) {
    StringWriter trace = new StringWriter();
    error.printStackTrace(new PrintWriter(trace));
    String details = TEXTS.get("details", System.getProperty("java.version")) + "\n" + trace;
    return error instanceof EngineException e
        ? new Notice(e.what(), e.where().toString(), e.fix(), details, true)
        : new Notice(
            TEXTS.get("unexpected"), String.valueOf(error), TEXTS.get("report"), details, true);
  }
}
