package dev.pipewright.nodes.code;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Skin;
import javafx.scene.control.TextInputControl;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// A field for code. It is edited as any text field; what is typed is coloured by the language, the
/// bracket that belongs to the one at the caret is marked, and what cannot be read is underlined
/// once a person stops typing. Only lines that are seen are drawn: a text of a million characters
/// is edited as one of ten.
///
/// Undo and redo are the field's own while it has something of its own to take back; the keys go on
/// to the window else.
public final class CodeField extends TextInputControl {

  /// How a field takes lines.
  public enum Lines {
    /// One line, which scrolls. A line break becomes a blank.
    ONE,
    /// One line, which is wrapped to up to five. A line break becomes a blank.
    WRAPPED,
    /// Any number of lines, with their numbers where there are several; it grows to 14.
    MANY,
  }

  private static final Duration PAUSE = Duration.millis(200);

  private final CodeLanguage language;
  private final Lines mode;
  private final ReadOnlyObjectWrapper<@Nullable Mistake> mistake = new ReadOnlyObjectWrapper<>();
  private final PauseTransition pause = new PauseTransition(PAUSE);
  private @Nullable LineStarts lines;
  private @Nullable Consumer<String> reader;

  /// An empty field.
  public CodeField(CodeLanguage language, Lines mode) {
    super(new Document(mode));
    this.language = language;
    this.mode = mode;
    getStyleClass().addAll("text-input", "mono", "code-field");
    getStylesheets().add(CodeFieldSkin.STYLESHEET);
    setAccessibleRole(mode == Lines.ONE ? AccessibleRole.TEXT_FIELD : AccessibleRole.TEXT_AREA);
    pause.setOnFinished(event -> check());
    textProperty()
        .addListener(
            observable -> {
              lines = null;
              pause.playFromStart();
            });
  }

  /// What language is typed here.
  public CodeLanguage language() {
    return language;
  }

  /// How lines are taken.
  public Lines mode() {
    return mode;
  }

  /// Lets another read the text than the language, who knows more than it: what can be named, say.
  /// It is asked again at once.
  ///
  /// @param other throws a `ParameterException` with the column of what is wrong
  public void setReader(Consumer<String> other) {
    reader = other;
    check();
  }

  /// Forgets what could be taken back: what is there is what there was.
  public void forget() {
    int anchor = getAnchor();
    int caret = getCaretPosition();
    setText(getText());
    selectRange(anchor, caret);
  }

  /// What is wrong with the text, since typing stopped; null when nothing is.
  ReadOnlyObjectProperty<@Nullable Mistake> mistake() {
    return mistake.getReadOnlyProperty();
  }

  /// The lines of the text as it is.
  LineStarts lines() {
    LineStarts now = lines;
    if (now == null) {
      now = new LineStarts(getText());
      lines = now;
    }
    return now;
  }

  private void check() {
    Optional<Mistake> found =
        reader == null ? language.check(getText()) : language.check(getText(), reader);
    mistake.set(found.orElse(null));
  }

  @Override
  public Orientation getContentBias() {
    return mode == Lines.WRAPPED ? Orientation.HORIZONTAL : super.getContentBias();
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    return new CodeFieldSkin(this);
  }

  /// The text. What the field does not take is left out as it is put in.
  private static final class Document implements Content {

    private final Lines mode;
    private final StringBuilder text = new StringBuilder();
    private final List<InvalidationListener> onInvalid = new CopyOnWriteArrayList<>();
    private final List<ChangeListener<? super String>> onChange = new CopyOnWriteArrayList<>();
    private @Nullable String whole = "";
    private String announced = "";

    Document(Lines mode) {
      this.mode = mode;
    }

    @Override
    public String get() {
      String now = whole;
      if (now == null) {
        now = text.toString();
        whole = now;
      }
      return now;
    }

    @Override
    public String get(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public void insert(int index, String inserted, boolean notify) {
      text.insert(index, accepted(inserted));
      changed(notify);
    }

    @Override
    public void delete(int start, int end, boolean notify) {
      text.delete(start, end);
      changed(notify);
    }

    private void changed(boolean notify) {
      whole = null;
      if (notify) {
        String before = announced;
        announced = get();
        onInvalid.forEach(listener -> listener.invalidated(this));
        onChange.forEach(listener -> listener.changed(this, before, announced));
      }
    }

    private String accepted(String inserted) {
      String lf = inserted.indexOf('\r') < 0 ? inserted : inserted.replaceAll("\r\n?", "\n");
      String breaks = mode == Lines.MANY ? lf : lf.replace('\n', ' ').replace('\t', ' ');
      return breaks.chars().anyMatch(Document::isControl)
          ? breaks.replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
          : breaks;
    }

    private static boolean isControl(int c) {
      return Character.isISOControl(c) && c != '\n' && c != '\t';
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public String getValue() {
      return get();
    }

    @Override
    public void addListener(InvalidationListener listener) {
      onInvalid.add(listener);
    }

    @Override
    public void removeListener(InvalidationListener listener) {
      onInvalid.remove(listener);
    }

    @Override
    public void addListener(ChangeListener<? super String> listener) {
      onChange.add(listener);
    }

    @Override
    public void removeListener(ChangeListener<? super String> listener) {
      onChange.remove(listener);
    }
  }
}
