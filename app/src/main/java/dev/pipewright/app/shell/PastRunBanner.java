package dev.pipewright.app.shell;

import dev.pipewright.app.root.RunWords;
import dev.pipewright.app.text.Texts;
import dev.pipewright.runner.RunHistory.Latest;
import java.util.ArrayList;
import java.util.List;

/// Says which run is looked back at, and leads to those beside it and back.
final class PastRunBanner {

  private static final Texts TEXTS = Texts.of(PastRunBanner.class);

  private PastRunBanner() {}

  static Banner of(Workbench workbench, PipelineTab tab, Latest run) {
    List<Banner.Choice> choices = new ArrayList<>();
    if (run.number() > 1) {
      choices.add(
          choice("past.earlier", () -> workbench.opening().lookBack(tab, run.number() - 1)));
    }
    if (run.number() < tab.run().progress().get().number()) {
      choices.add(choice("past.later", () -> workbench.opening().lookBack(tab, run.number() + 1)));
    }
    choices.add(choice("past.back", tab.run()::lookAtLatest));
    return new Banner(
        Banner.Tone.INFO, TEXTS.get("past", run.number()), RunWords.facts(run), choices);
  }

  private static Banner.Choice choice(String key, Runnable work) {
    return new Banner.Choice(TEXTS.get(key), work);
  }
}
