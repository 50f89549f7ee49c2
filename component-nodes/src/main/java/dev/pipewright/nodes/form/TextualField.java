package dev.pipewright.nodes.form;

import dev.pipewright.nodes.code.CodeLanguage;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.ParameterType;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// A value that is typed: a number, text, path or JSON. A text that is no such value stays, with a
/// message, and the document is not touched.
final class TextualField extends FormField {

  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper nearest = new ReadOnlyStringWrapper("");
  private String shown = "";

  TextualField(ParameterSpec spec, String path, Consumer<@Nullable ParameterValue> slot) {
    super(spec, path, slot);
    text.addListener((property, old, typed) -> judge(typed.strip()));
  }

  /// What stands in the control.
  StringProperty text() {
    return text;
  }

  /// What is wrong with the text, and what would do; empty when nothing is.
  ReadOnlyStringProperty message() {
    return message.getReadOnlyProperty();
  }

  /// What the control shows while it is empty: the default, or that there is none.
  String prompt() {
    if (isMixed()) {
      return Messages.text("mixed");
    }
    ParameterValue fallback = spec().defaultValue();
    if (fallback != null) {
      return ValueText.format(spec().type(), fallback);
    }
    return isItem() ? "" : Messages.text(spec().isRequired() ? "required" : "unset");
  }

  /// Whether the text takes several lines: a JSON list or object, or a query.
  boolean isLong() {
    boolean isJson = spec().type() instanceof ParameterType.Json;
    return language().equals(Optional.of(CodeLanguage.SQL))
        || (isJson && text.get().indexOf('\n') >= 0);
  }

  /// The language that the text is in; empty for a word or a number.
  Optional<CodeLanguage> language() {
    return switch (spec().type()) {
      case ParameterType.Json json -> Optional.of(CodeLanguage.JSON);
      case ParameterType.Text(var language) ->
          switch (language) {
            case PLAIN -> Optional.empty();
            case EXPRESSION -> Optional.of(CodeLanguage.EXPRESSION);
            case SQL -> Optional.of(CodeLanguage.SQL);
          };
      default -> Optional.empty();
    };
  }

  /// Whether the text is that of the value.
  boolean isClean() {
    return text.get().equals(shown);
  }

  /// Takes the text as the value. A blank text unsets it.
  void commit() {
    String typed = text.get().strip();
    // A text that begins or ends with a space is as clean as any.
    if (isClean() || typed.equals(shown)) {
      revert();
      return;
    }
    judge(typed);
    if (!message.get().isEmpty()) {
      return;
    }
    if (isUnset(typed)) {
      reset();
    } else if (ValueText.parse(spec().type(), typed) instanceof ValueText.Parsed.Good(var good)) {
      commit(good);
    }
    revert();
  }

  /// Shows the value again, as the document has it.
  void revert() {
    shown = value().get() == null ? "" : ValueText.format(spec().type(), value().get());
    text.set(shown);
    message.set("");
    nearest.set("");
  }

  /// Types a whole number that is so much more, within the range.
  ///
  /// @return whether there is a whole number to step from
  boolean step(long by) {
    ParameterType type = spec().type();
    if (!(type instanceof ParameterType.Int(long min, long max))) {
      return false;
    }
    String from = text.get().isBlank() ? prompt() : text.get().strip();
    if (ValueText.parse(type, from) instanceof ValueText.Parsed.Good(ParameterValue.Int(long n))) {
      boolean isOver = by > 0 ? n > max - by : n < min - by;
      ParameterValue next = ParameterValue.of(isOver ? (by > 0 ? max : min) : n + by);
      text.set(ValueText.format(type, next));
      return true;
    }
    return false;
  }

  /// Takes the value that is nearest to what was typed.
  void takeNearest() {
    text.set(nearest.get());
    commit();
  }

  /// The text of the value nearest to one that is out of range; else empty.
  ReadOnlyStringProperty nearest() {
    return nearest.getReadOnlyProperty();
  }

  @Override
  void show(boolean isNews) {
    // What is being typed stays, unless the value itself changed under it.
    if (isNews) {
      revert();
    }
  }

  private void judge(String typed) {
    boolean isAsItWas = typed.equals(shown);
    if (!isAsItWas
        && !isUnset(typed)
        && ValueText.parse(spec().type(), typed)
            instanceof ValueText.Parsed.Bad(String wrong, String near)) {
      nearest.set(near);
      message.set(wrong);
    } else {
      nearest.set("");
      message.set("");
    }
  }

  /// An item of a list cannot be unset: a blank text is its value.
  private boolean isUnset(String typed) {
    return typed.isEmpty() && !isItem();
  }

  private boolean isItem() {
    return path().endsWith("]");
  }
}
