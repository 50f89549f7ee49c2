package dev.pipewright.app.shell;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Something that a person is asked.
///
/// @param <A> what the answers are to the workbench
/// @param title what it is about, in two words
/// @param text the question
/// @param line what else is to be known, as sentences, or empty
/// @param answers the answers as people read them: the usual one first, the one that changes
///   nothing last
public record Question<A>(String title, String text, String line, SequencedMap<A, String> answers) {

  /// Keeps a copy.
  ///
  /// @throws IllegalArgumentException when there is nothing to choose from
  public Question {
    if (answers.size() < 2) {
      throw new IllegalArgumentException("a question with one answer is none");
    }
    answers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(answers));
  }
}
