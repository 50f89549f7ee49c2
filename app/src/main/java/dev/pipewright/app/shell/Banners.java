package dev.pipewright.app.shell;

import dev.pipewright.app.engine.EngineDeath;
import dev.pipewright.app.engine.EngineDeath.Phase;
import dev.pipewright.app.engine.EngineState;
import dev.pipewright.app.project.FileState;
import dev.pipewright.app.run.RunProgress.Outcome;
import dev.pipewright.app.text.Texts;
import dev.pipewright.runner.Failure;
import dev.pipewright.runner.RunHistory.Latest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// What concerns a whole project: its engine has ended, its run could not begin, its file was
/// changed by another program.
final class Banners extends VBox {

  private static final Texts TEXTS = Texts.of(Banners.class);

  private final Workbench workbench;
  private final PipelineTab tab;
  private final Subscription subscription;
  private Map<Object, Banner> shown = Map.of();
  private @Nullable Failure dismissed;

  Banners(Workbench workbench, PipelineTab tab) {
    this.workbench = workbench;
    this.tab = tab;
    subscription =
        Subscription.combine(
            workbench.engine().state().subscribe(now -> update()),
            tab.run().failure().subscribe(now -> update()),
            tab.run().state().subscribe(now -> update()),
            tab.run().shown().subscribe(now -> update()),
            tab.project().fileState().subscribe(now -> update()));
  }

  /// A banner stays the same while its cause does: its buttons are not changed under the mouse.
  private void update() {
    SequencedMap<Object, Banner> banners = new LinkedHashMap<>();
    if (workbench.engine().state().get() instanceof EngineState.Died(EngineDeath death)) {
      put(banners, death, () -> died(death));
    }
    Failure failure = tab.run().failure().get();
    if (banners.isEmpty() && failure != null && failure != dismissed) {
      boolean isCutOff = tab.run().progress().get().outcome() == Outcome.ENGINE_ENDED;
      put(banners, List.of(failure, isCutOff), () -> failed(failure, isCutOff));
    }
    FileState file = tab.project().fileState().get();
    if (file == FileState.CHANGED) {
      put(banners, file, this::changed);
    } else if (file == FileState.GONE) {
      put(banners, file, this::gone);
    }
    Latest looked = tab.run().shown().get();
    if (looked != null) {
      banners.put(looked, PastRunBanner.of(workbench, tab, looked));
    }
    shown = banners;
    if (!getChildren().equals(List.copyOf(banners.values()))) {
      getChildren().setAll(banners.values());
    }
  }

  private void put(Map<Object, Banner> banners, Object cause, Supplier<Banner> maker) {
    Banner known = shown.get(cause);
    banners.put(cause, known == null ? maker.get() : known);
  }

  private Banner died(EngineDeath death) {
    String details =
        String.join("\n", death.lastLines())
            + (death.crashReport() == null ? "" : "\n" + death.crashReport());
    List<Banner.Choice> choices = new ArrayList<>();
    if (!details.isBlank()) {
      choices.add(
          new Banner.Choice(TEXTS.get("banner.copy"), () -> copy(death.reason() + "\n" + details)));
    }
    choices.add(new Banner.Choice(TEXTS.get("banner.restart"), () -> tab.run().restartEngine()));
    boolean hasAnswered = death.phase() == Phase.WORK;
    String title = hasAnswered ? "banner.died" : "banner.notstarted";
    String said =
        hasAnswered || death.lastLines().isEmpty()
            ? ""
            : " " + TEXTS.get("banner.said", death.lastLines().getFirst());
    return new Banner(Banner.Tone.DANGER, TEXTS.get(title), death.reason() + said, choices);
  }

  private static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  private Banner failed(Failure failure, boolean isCutOff) {
    String where = failure.where().toString();
    String text = (where.isEmpty() ? "" : where + ": ") + failure.what() + " " + failure.fix();
    Banner.Choice way =
        isCutOff
            ? new Banner.Choice(TEXTS.get("banner.again"), () -> tab.run().run())
            : new Banner.Choice(TEXTS.get("banner.problems"), () -> tab.canvas().showProblems());
    Banner.Choice dismiss =
        new Banner.Choice(
            TEXTS.get("banner.dismiss"),
            () -> {
              dismissed = failure;
              update();
            });
    return new Banner(
        Banner.Tone.DANGER,
        TEXTS.get(isCutOff ? "banner.cutoff" : "banner.failure"),
        text,
        List.of(way, dismiss));
  }

  private Banner changed() {
    Banner banner =
        new Banner(
            Banner.Tone.WARNING,
            TEXTS.get("banner.changed", tab.title()),
            "",
            List.of(
                choice("remedy.COMPARE", workbench.comparisons()::withFile),
                choice("remedy.RELOAD", workbench.saving()::reload),
                choice("remedy.OVERWRITE", workbench.saving()::overwrite),
                choice("remedy.SAVE_AS", workbench.saving()::saveAs)));
    tab.project()
        .compare()
        .thenAccept(found -> banner.say(Saving.differences(found)))
        .exceptionally(
            error -> {
              banner.say(TEXTS.get("changed.damaged"));
              return null;
            });
    return banner;
  }

  private Banner gone() {
    return new Banner(
        Banner.Tone.WARNING,
        TEXTS.get("banner.gone", tab.title()),
        TEXTS.get("banner.gone.fix"),
        List.of(
            choice("file.save", workbench.saving()::save),
            choice("remedy.SAVE_AS", workbench.saving()::saveAs)));
  }

  private Banner.Choice choice(String key, Consumer<PipelineTab> work) {
    return new Banner.Choice(TEXTS.get(key), () -> work.accept(tab));
  }

  void dispose() {
    subscription.unsubscribe();
  }
}
