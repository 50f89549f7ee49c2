package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.nodes.theme.Theme;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.RuntimeParameter;
import dev.pipewright.pipeline.RuntimeParameter.Kind;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import dev.pipewright.testing.Screens;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Questions as a person sees them.
@ExtendWith(FxToolkit.class)
class DialogsTest {

  @TempDir private Path folder;

  private static Question<String> question() {
    SequencedMap<String, String> answers = new LinkedHashMap<>();
    answers.put("as", "Save as…");
    answers.put("over", "Replace it");
    answers.put("again", "Read it again");
    answers.put("no", "Cancel");
    return new Question<>(
        "File changed",
        "penguins.pipewright was changed by another program.",
        "Its name, seed or parameters differ. Added in it: Evaluator_2, StatisticsGen_of_tests. "
            + "Missing in it: Pusher. Nodes stand elsewhere.",
        answers);
  }

  private CompletableFuture<String> ask(OpenWindow window) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    Dialogs dialogs = new Dialogs(window.scene()::getWindow);
    Platform.runLater(() -> answer.complete(dialogs.ask(question())));
    Fx.await("the dialog", () -> pane() != null);
    Fx.settle();
    return answer;
  }

  private static DialogPane pane() {
    return Window.getWindows().stream()
        .filter(Window::isShowing)
        .map(shown -> shown.getScene().getRoot())
        .filter(DialogPane.class::isInstance)
        .map(DialogPane.class::cast)
        .findFirst()
        .orElse(null);
  }

  private static Button button(String name) {
    return Fx.call(
        () ->
            pane().lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(each -> each.getText().equals(name))
                .findFirst()
                .orElseThrow());
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void showsEveryWordInTheColoursOfTheWindow(Theme theme, Hands hands) throws Exception {
    OpenWindow window = OpenWindow.of(folder, 1280, 720);
    Fx.run(() -> window.workbench.layout().theme().set(theme));
    CompletableFuture<String> answer = ask(window);
    Screens.writeAll("dialog-" + theme.name().toLowerCase(java.util.Locale.ROOT));
    List<String> cut =
        Fx.call(
            () ->
                pane().lookupAll(".text").stream()
                    .map(Text.class::cast)
                    .map(Text::getText)
                    .filter(text -> text.endsWith("..."))
                    .toList());
    assertEquals(List.of(), cut);
    hands.click(button("Read it again"));
    assertEquals("again", answer.get(10, TimeUnit.SECONDS));
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void asksForTheValuesOfARun(Theme theme, Hands hands) throws Exception {
    OpenWindow window = OpenWindow.of(folder, 1280, 720);
    Fx.run(() -> window.workbench.layout().theme().set(theme));
    List<RuntimeParameter> parameters =
        List.of(
            parameter("steps", Kind.INT, ParameterValue.of(300L), "How long the training goes on."),
            parameter("data", Kind.STRING, null, "The folder with the tables of the day."),
            parameter("warm", Kind.BOOL, null, ""),
            parameter("rate", Kind.FLOAT, ParameterValue.of(0.01), ""));
    CompletableFuture<Optional<Map<String, ParameterValue>>> answer = new CompletableFuture<>();
    Dialogs dialogs = new Dialogs(window.scene()::getWindow);
    Platform.runLater(() -> answer.complete(dialogs.values(parameters, Map.of())));
    Fx.await("the dialog", () -> pane() != null);
    Fx.settle();
    Screens.writeAll("values-" + theme.name().toLowerCase(java.util.Locale.ROOT));
    assertTrue(button("Run").isDisabled());
    hands.type("/tables");
    hands.press(KeyCode.TAB);
    Fx.settle();
    hands.click(button("Run"));
    assertEquals(
        Map.of("data", ParameterValue.of("/tables"), "warm", ParameterValue.of(false)),
        answer.get(10, TimeUnit.SECONDS).orElseThrow());
  }

  private static RuntimeParameter parameter(
      String name, Kind kind, ParameterValue value, String doc) {
    return new RuntimeParameter(name, kind, value, doc, ParameterValue.Fields.EMPTY);
  }

  @Test
  void enterGivesTheUsualAnswerAndEscapeTheOneThatChangesNothing(Hands hands) throws Exception {
    OpenWindow window = OpenWindow.of(folder, 1280, 720);
    CompletableFuture<String> first = ask(window);
    assertTrue(button("Save as…").isDefaultButton());
    hands.press(KeyCode.ENTER);
    assertEquals("as", first.get(10, TimeUnit.SECONDS));
    CompletableFuture<String> second = ask(window);
    hands.press(KeyCode.ESCAPE);
    assertEquals("no", second.get(10, TimeUnit.SECONDS));
  }

  @Test
  void isNamedForWhoCannotSeeIt(Hands hands) throws Exception {
    OpenWindow window = OpenWindow.of(folder, 1280, 720);
    CompletableFuture<String> answer = ask(window);
    DialogPane pane = Objects.requireNonNull(Fx.call(DialogsTest::pane));
    assertEquals("penguins.pipewright was changed by another program.", pane.getHeaderText());
    hands.press(KeyCode.ESCAPE);
    answer.get(10, TimeUnit.SECONDS);
  }
}
