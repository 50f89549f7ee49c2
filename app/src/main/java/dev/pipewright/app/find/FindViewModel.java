package dev.pipewright.app.find;

import dev.pipewright.app.find.Findings.Extent;
import dev.pipewright.app.find.Query.Option;
import dev.pipewright.app.project.Project;
import dev.pipewright.app.text.Texts;
import dev.pipewright.app.thread.FxExecutor;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.component.ComponentRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Finds and replaces in the project that is shown: searches a moment after the words or the
/// document have changed, off the JavaFX thread. JavaFX thread only.
public final class FindViewModel {

  private static final Texts TEXTS = Texts.of(FindViewModel.class);
  private static final Duration PAUSE = Duration.ofMillis(120);

  private final FxExecutor fx;
  private final Supplier<ComponentRegistry> registry;
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper canReplace = new ReadOnlyBooleanWrapper(true);
  private final StringProperty replacement = new SimpleStringProperty("");
  private final Map<Option, BooleanProperty> options = new EnumMap<>(Option.class);
  private final ReadOnlyObjectWrapper<Findings> findings =
      new ReadOnlyObjectWrapper<>(Findings.NONE);
  private final ReadOnlyObjectWrapper<@Nullable Match> current = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Map<Spot, String>> refused =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
  private @Nullable Project project;
  private @Nullable Pattern pattern;
  private Subscription following = Subscription.EMPTY;
  private long asked;
  private boolean isForgiving;

  /// @param shown the project that is searched, or null
  /// @param registry the components; asked only while there is a project
  public FindViewModel(
      FxExecutor fx,
      ObservableValue<@Nullable Project> shown,
      Supplier<ComponentRegistry> registry) {
    this.fx = fx;
    this.registry = registry;
    for (Option option : Option.values()) {
      BooleanProperty chosen = new SimpleBooleanProperty();
      chosen.subscribe((before, now) -> changed());
      options.put(option, chosen);
    }
    text.subscribe((before, now) -> changed());
    shown.subscribe(this::follow);
  }

  private void follow(@Nullable Project now) {
    following.unsubscribe();
    project = now;
    canReplace.set(now == null || !now.isReadOnly());
    refused.set(Map.of());
    current.set(null);
    findings.set(Findings.NONE);
    following =
        now == null ? Subscription.EMPTY : now.document().subscribe((before, after) -> edited());
    changed();
  }

  /// What was refused is told until something else is done.
  private void edited() {
    if (!isForgiving && !refused.get().isEmpty()) {
      refused.set(Map.of());
      message.set("");
    }
    searchSoon();
  }

  /// What is looked for.
  StringProperty text() {
    return text;
  }

  /// Whether anything may be replaced: not in what is only looked at.
  ReadOnlyBooleanProperty canReplace() {
    return canReplace.getReadOnlyProperty();
  }

  /// What is to stand in its place.
  StringProperty replacement() {
    return replacement;
  }

  BooleanProperty option(Option option) {
    return Objects.requireNonNull(options.get(option));
  }

  /// What was found.
  ReadOnlyObjectProperty<Findings> findings() {
    return findings.getReadOnlyProperty();
  }

  /// The match that a person is at; null for none.
  ReadOnlyObjectProperty<@Nullable Match> current() {
    return current.getReadOnlyProperty();
  }

  /// The places that did not take what was to be written there, with the reason.
  ReadOnlyObjectProperty<Map<Spot, String>> refused() {
    return refused.getReadOnlyProperty();
  }

  /// What is wrong with the words, or empty.
  ReadOnlyStringProperty message() {
    return message.getReadOnlyProperty();
  }

  private Query query() {
    Set<Option> chosen = EnumSet.noneOf(Option.class);
    options.forEach(
        (option, isOn) -> {
          if (isOn.get()) {
            chosen.add(option);
          }
        });
    return new Query(text.get(), chosen);
  }

  private void changed() {
    refused.set(Map.of());
    message.set("");
    try {
      pattern = text.get().isEmpty() ? null : query().pattern();
    } catch (PatternSyntaxException e) {
      pattern = null;
      message.set(TEXTS.get("pattern", e.getDescription(), Math.max(0, e.getIndex()) + 1));
    } catch (StackOverflowError e) {
      pattern = null; // As deep as its brackets are, Java goes.
      message.set(TEXTS.get("slow"));
    }
    searchSoon();
  }

  private void searchSoon() {
    long mine = ++asked;
    fx.after(
        PAUSE,
        () -> {
          if (mine == asked) {
            search(mine);
          }
        });
  }

  private void search(long mine) {
    Pattern wanted = pattern;
    Project in = project;
    if (wanted == null || in == null) {
      show(Findings.NONE);
      return;
    }
    Pipeline document = in.document().get();
    ComponentRegistry components = registry.get();
    fx.call(
        () -> Finder.search(Spots.of(document, components), wanted),
        found -> {
          if (mine == asked) {
            show(found);
          }
        },
        e -> message.set(e.what()));
  }

  /// Stays where a person is: at the same match, or the one that is in its place now.
  private void show(Findings found) {
    Match at = current.get();
    int index = indexOf(at);
    findings.set(found);
    if (found.extent() == Extent.SLOW) {
      message.set(TEXTS.get("slow"));
    }
    List<Match> matches = found.matches();
    if (at != null && !matches.contains(at)) {
      current.set(matches.isEmpty() ? null : matches.get(Math.clamp(index, 0, matches.size() - 1)));
    }
  }

  private int indexOf(@Nullable Match match) {
    return match == null ? -1 : findings.get().matches().indexOf(match);
  }

  /// Goes to a match.
  void choose(@Nullable Match match) {
    current.set(match);
  }

  /// Goes to the next match, or with -1 to the one before, around the ends.
  ///
  /// @return the match; null where there is none
  @Nullable Match step(int direction) {
    List<Match> matches = findings.get().matches();
    if (matches.isEmpty()) {
      return null;
    }
    int at = indexOf(current.get());
    int next = at < 0 && direction < 0 ? matches.size() - 1 : at + direction;
    current.set(matches.get(Math.floorMod(next, matches.size())));
    return current.get();
  }

  /// Replaces the match that a person is at; where they are at none, goes to the first.
  void replaceOne() {
    Match at = current.get();
    if (at == null) {
      step(1);
    } else {
      replace(List.of(at));
    }
  }

  /// Replaces all matches, as one edit.
  void replaceAll() {
    replace(findings.get().matches());
  }

  private void replace(List<Match> matches) {
    Project in = project;
    Pattern wanted = pattern;
    if (in == null || wanted == null || matches.isEmpty()) {
      return;
    }
    Pipeline document = in.document().get();
    String words =
        option(Option.REGEX).get()
            ? replacement.get()
            : java.util.regex.Matcher.quoteReplacement(replacement.get());
    Replacer replacer = new Replacer(registry.get(), wanted, words);
    fx.call(
        () -> outcome(replacer, document, matches),
        done -> {
          if (in == project && in.document().get() == document) {
            replaced(in, done);
          }
        },
        e -> message.set(e.what()));
  }

  /// What became of a wish to replace.
  ///
  /// @param message why it could not be done at all, or empty
  private record Done(Replacer.@Nullable Outcome outcome, String message) {}

  private static Done outcome(Replacer replacer, Pipeline document, List<Match> matches) {
    try {
      return new Done(replacer.replace(document, matches), "");
    } catch (IllegalArgumentException e) {
      return new Done(null, String.valueOf(e.getMessage()));
    } catch (BoundedText.OverException | StackOverflowError e) {
      return new Done(null, TEXTS.get("slow"));
    }
  }

  private void replaced(Project in, Done done) {
    Replacer.Outcome outcome = done.outcome();
    if (outcome == null) {
      message.set(done.message());
      return;
    }
    isForgiving = true;
    outcome.edit().ifPresent(in::edit);
    isForgiving = false;
    refused.set(outcome.refused());
    message.set(
        outcome.refused().isEmpty()
            ? ""
            : TEXTS.get("refused", outcome.replaced(), outcome.refused().size()));
  }
}
