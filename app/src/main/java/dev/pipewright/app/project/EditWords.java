package dev.pipewright.app.project;

import dev.pipewright.app.text.Texts;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Link;
import java.util.List;
import java.util.Locale;

/// What an edit does, in a few words for a list: `Set num_steps of Trainer`.
final class EditWords {

  private static final Texts TEXTS = Texts.of(EditWords.class);

  private EditWords() {}

  static String of(Edit edit) {
    return switch (edit) {
      case Edit.AddNode e -> TEXTS.get("edit.add", e.node().id());
      case Edit.RemoveNode e -> TEXTS.get("edit.remove", e.id());
      case Edit.ReplaceNode e -> TEXTS.get("edit.change", e.node().id());
      case Edit.RenameNode e -> TEXTS.get("edit.rename", e.from(), e.to());
      case Edit.SetNodes e -> TEXTS.get("edit.nodes");
      case Edit.SetParameter e -> TEXTS.get("edit.set", e.name(), e.node());
      case Edit.UnsetParameter e -> TEXTS.get("edit.unset", e.name(), e.node());
      case Edit.SetMode e ->
          TEXTS.get("edit.mode." + e.mode().name().toLowerCase(Locale.ROOT), e.node());
      case Edit.SetCondition e -> TEXTS.get("edit.condition", e.node());
      case Edit.Connect e -> TEXTS.get("edit.link", new Link(e.source(), e.node(), e.port()));
      case Edit.ConnectAt e -> TEXTS.get("edit.link", new Link(e.source(), e.node(), e.port()));
      case Edit.Disconnect e -> TEXTS.get("edit.unlink", new Link(e.source(), e.node(), e.port()));
      case Edit.SetName e -> TEXTS.get("edit.name", e.name());
      case Edit.SetSeed e -> TEXTS.get("edit.seed");
      case Edit.SetRuntimeParameter e -> TEXTS.get("edit.parameter", e.parameter().name());
      case Edit.SetRuntimeParameters e -> TEXTS.get("edit.parameters");
      case Edit.MoveNode e -> TEXTS.get("edit.move", e.node());
      case Edit.SetLayout e -> TEXTS.get("edit.layout");
      case Edit.Sequence(List<Edit> edits) -> ofAll(edits);
    };
  }

  /// The words of the first that does more than move things about.
  private static String ofAll(List<Edit> edits) {
    if (Rewriting.isOne(edits)) {
      return TEXTS.get("edit.rewritten");
    }
    List<Edit> telling = edits.stream().filter(each -> !isLayout(each)).toList();
    if (telling.isEmpty()) {
      return TEXTS.get("edit.layout");
    }
    String first = of(telling.getFirst());
    return telling.size() == 1 ? first : TEXTS.get("edit.more", first, telling.size() - 1);
  }

  private static boolean isLayout(Edit edit) {
    return switch (edit) {
      case Edit.SetLayout e -> true;
      case Edit.MoveNode e -> true;
      case Edit.Sequence(List<Edit> edits) -> edits.stream().allMatch(EditWords::isLayout);
      default -> false;
    };
  }
}
