package dev.pipewright.app.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.RuntimeParameter;
import dev.pipewright.pipeline.component.ComponentRegistry;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MovedPathsTest {

  private static final Path FROM = Path.of("/home/ann/penguins");
  private static final Path TO = Path.of("/home/ann/copies/new");
  private static final ComponentRegistry REGISTRY = ComponentRegistry.of(List.of(new Reader()));

  private static Pipeline with(String parameter, ParameterValue value) {
    return new Pipeline(
        "p",
        1,
        List.of(),
        List.of(
            Node.of(new NodeId("A"), Reader.NAME)
                .withParameters(Fields.EMPTY.with(parameter, value))),
        Pipeline.of("p", List.of()).layout(),
        Fields.EMPTY);
  }

  private static ParameterValue moved(String parameter, ParameterValue value) {
    Pipeline document = with(parameter, value);
    Pipeline after = MovedPaths.edits(document, REGISTRY, FROM, TO).apply(document);
    return after.nodes().getFirst().parameters().get(parameter).orElseThrow();
  }

  private static ParameterValue text(String text) {
    return ParameterValue.of(text);
  }

  @Test
  void aRelativePathIsReadFromTheNewFolder() {
    assertEquals(text("../../penguins/data"), moved("input", text("data")));
    assertEquals(text("../../shared"), moved("input", text("../shared")));
    assertEquals(text("../../penguins"), moved("input", text(".")));
  }

  @Test
  void pathsAreFoundWhereverTheyAre() {
    assertEquals(
        ParameterValue.of(List.of(text("../../penguins/a"), text("/b"))),
        moved("files", ParameterValue.of(List.of(text("a"), text("/b")))));
    assertEquals(
        Fields.EMPTY.with("x", text("../../penguins/a")),
        moved("named", Fields.EMPTY.with("x", text("a"))));
    assertEquals(
        Fields.EMPTY.with("file", text("../../penguins/a")).with("new", text("b")),
        moved("options", Fields.EMPTY.with("file", text("a")).with("new", text("b"))));
  }

  @Test
  void whatIsNoRelativePathToDataStays() {
    assertEquals(text("/data"), moved("input", text("/data")));
    assertEquals(text("gs://bucket/data"), moved("input", text("gs://bucket/data")));
    assertEquals(text(""), moved("input", text("")));
    assertEquals(ParameterValue.of(3), moved("input", ParameterValue.of(3)));
    assertEquals(text("data"), moved("text", text("data")));
    assertEquals(text("serving"), moved("output", text("serving")));
  }

  @Test
  void aRuntimeParameterThatStandsForAPathIsMoved() {
    Pipeline document =
        with("input", new ParameterValue.RuntimeReference("root"))
            .withParameters(
                List.of(
                    RuntimeParameter.of("root", RuntimeParameter.Kind.STRING, text("data")),
                    RuntimeParameter.of("label", RuntimeParameter.Kind.STRING, text("data"))));
    Pipeline after = MovedPaths.edits(document, REGISTRY, FROM, TO).apply(document);
    assertEquals(
        List.of(text("../../penguins/data"), text("data")),
        after.parameters().stream().map(RuntimeParameter::defaultValue).toList());
  }

  @Test
  void pathsOfACopyLeadToTheSameDataFromEverywhere() {
    Pipeline document =
        with("options", Fields.EMPTY.with("file", text("a")).with("new", text("b")));
    assertEquals(
        Fields.EMPTY
            .with("file", text(FROM.resolve("a").toString().replace('\\', '/')))
            .with("new", text("b")),
        MovedPaths.absolute(document, REGISTRY, FROM)
            .nodes()
            .getFirst()
            .parameters()
            .get("options")
            .orElseThrow());
  }

  @Test
  void nothingChangesInTheSameFolder() {
    assertEquals(
        List.of(), MovedPaths.edits(with("input", text("data")), REGISTRY, FROM, FROM).edits());
  }
}
