package dev.pipewright.pipeline.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pipewright.pipeline.Area;
import dev.pipewright.pipeline.EnvironmentException;
import dev.pipewright.pipeline.Frame;
import dev.pipewright.pipeline.Layout;
import dev.pipewright.pipeline.Link;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Note;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.ProjectException;
import dev.pipewright.pipeline.RandomPipelines;
import dev.pipewright.pipeline.RuntimeParameter;
import dev.pipewright.pipeline.RuntimeParameter.Kind;
import dev.pipewright.pipeline.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectFileTest {

  private static final String PENGUINS =
      """
      {
        "format": 1,
        "name": "penguins",
        "seed": 7,
        "parameters": {
          "steps": {
            "type": "int",
            "default": 500,
            "doc": "How long to train."
          }
        },
        "nodes": [
          {
            "id": "CsvExampleGen",
            "component": "CsvExampleGen",
            "parameters": {
              "input_base": "data"
            }
          },
          {
            "id": "Trainer",
            "component": "Trainer",
            "parameters": {
              "num_steps": {"$runtime": "steps"},
              "learning_rate": 0.0001,
              "units": [64, 32]
            },
            "inputs": {
              "examples": ["CsvExampleGen.examples", "More.examples"],
              "schema": "SchemaGen.schema"
            },
            "mode": "muted",
            "condition": "Gate.ok.value == 1",
            "colour": "red"
          }
        ],
        "layout": {
          "positions": {
            "CsvExampleGen": [0, 120],
            "Trainer": [240.5, 120]
          },
          "collapsed": ["Trainer"],
          "knots": [
            {
              "source": "SchemaGen.schema",
              "node": "Trainer",
              "input": "schema",
              "points": [
                [100, 90.5],
                [200, 90.5]
              ]
            }
          ],
          "notes": [
            {
              "id": "note1",
              "text": "start **here**",
              "area": [0, -80, 200, 60],
              "pinned": true
            }
          ],
          "frames": [
            {
              "id": "frame1",
              "title": "Data",
              "color": "data",
              "area": [-20, -100, 400, 300],
              "folded": true,
              "nodes": ["CsvExampleGen"],
              "notes": ["note1"]
            }
          ],
          "grid": 8
        },
        "exit_handlers": []
      }
      """;

  private static Pipeline penguins() {
    Node trainer =
        Node.of(new NodeId("Trainer"), "Trainer")
            .withParameters(
                Fields.EMPTY
                    .with("num_steps", new ParameterValue.RuntimeReference("steps"))
                    .with("learning_rate", ParameterValue.of(1e-4))
                    .with(
                        "units",
                        ParameterValue.of(List.of(ParameterValue.of(64), ParameterValue.of(32)))))
            .withInput(
                "examples", List.of(source("CsvExampleGen.examples"), source("More.examples")))
            .withInput("schema", List.of(source("SchemaGen.schema")));
    Node gen =
        Node.of(new NodeId("CsvExampleGen"), "CsvExampleGen")
            .withParameters(Fields.EMPTY.with("input_base", ParameterValue.of("data")));
    Layout layout =
        new Layout(
                Layout.EMPTY.positions(),
                new LinkedHashSet<>(List.of(trainer.id())),
                Layout.EMPTY.knots(),
                List.of(
                    new Note(
                        "note1",
                        "start **here**",
                        new Area(0, -80, 200, 60),
                        Fields.EMPTY.with("pinned", ParameterValue.of(true)))),
                List.of(
                    Frame.of(
                            "frame1",
                            "Data",
                            "data",
                            new Area(-20, -100, 400, 300),
                            List.of(gen.id()))
                        .withState(Frame.State.FOLDED)
                        .withNotes(List.of("note1"))),
                Fields.EMPTY.with("grid", ParameterValue.of(8)))
            .withKnots(
                new Link(source("SchemaGen.schema"), trainer.id(), "schema"),
                List.of(new Layout.Position(100, 90.5), new Layout.Position(200, 90.5)))
            .with(new NodeId("CsvExampleGen"), new Layout.Position(0, 120))
            .with(new NodeId("Trainer"), new Layout.Position(240.5, 120));
    return new Pipeline(
        "penguins",
        7,
        List.of(
            new RuntimeParameter(
                "steps", Kind.INT, ParameterValue.of(500), "How long to train.", Fields.EMPTY)),
        List.of(
            gen,
            new Node(
                trainer.id(),
                trainer.component(),
                trainer.parameters(),
                trainer.inputs(),
                Node.Mode.MUTED,
                "Gate.ok.value == 1",
                Fields.EMPTY.with("colour", ParameterValue.of("red")))),
        layout,
        Fields.EMPTY.with("exit_handlers", ParameterValue.of(List.of())));
  }

  private static Source source(String text) {
    return Source.parse(text).orElseThrow();
  }

  private static Pipeline parse(String text) {
    return ProjectFile.parse(text.getBytes(StandardCharsets.UTF_8), "p.pipewright");
  }

  @Test
  void readsWhatItWritesAndWritesWhatItReads() {
    assertEquals(penguins(), parse(PENGUINS));
    assertEquals(PENGUINS, new String(ProjectFile.format(penguins()), StandardCharsets.UTF_8));
  }

  @Test
  void keepsAnyPipelineWithUnknownFieldsToTheByte() {
    for (int seed = 0; seed < 2000; seed++) {
      Pipeline pipeline = new RandomPipelines(seed).pipeline();
      byte[] bytes = ProjectFile.format(pipeline);
      Pipeline read = ProjectFile.parse(bytes, null);
      assertEquals(pipeline, read, "seed " + seed);
      assertArrayEquals(bytes, ProjectFile.format(read), "seed " + seed);
    }
  }

  @Test
  void leavesOutWhatSaysNothingAndFillsItIn() {
    Pipeline parsed = parse("\uFEFF{\"format\": 1, \"name\": \"x\"}");
    assertEquals(Pipeline.of("x", List.of()), parsed);
    assertEquals(
        """
        {
          "format": 1,
          "name": "x",
          "seed": 1,
          "nodes": []
        }
        """,
        new String(ProjectFile.format(parsed), StandardCharsets.UTF_8));
  }

  @Test
  void framesInFramesAreReadAndWritten() {
    String text =
        """
        {
          "format": 1,
          "name": "x",
          "seed": 1,
          "nodes": [],
          "layout": {
            "frames": [
              {
                "id": "frame1",
                "title": "Outer",
                "area": [0, 0, 400, 300]
              },
              {
                "id": "frame2",
                "title": "Inner",
                "area": [20, 40, 200, 100],
                "folded": true,
                "in": "frame1"
              }
            ]
          }
        }
        """;
    Pipeline read = parse(text);
    assertEquals(List.of("", "frame1"), read.layout().frames().stream().map(Frame::outer).toList());
    assertEquals(text, new String(ProjectFile.format(read), StandardCharsets.UTF_8));
  }

  @Test
  void aFrameThatLiesInItselfIsRefusedWithItsPlace() {
    ProjectException e =
        assertThrows(
            ProjectException.class,
            () ->
                parse(
                    """
                    {"format": 1, "name": "x", "layout": {"frames": [
                      {"id": "a", "title": "", "area": [0, 0, 9, 9]},
                      {"id": "b", "title": "", "area": [0, 0, 9, 9], "in": "c"},
                      {"id": "c", "title": "", "area": [0, 0, 9, 9], "in": "b"}]}}
                    """));
    assertEquals(
        "This frame lies in itself: the frames that \"in\" names go round in a circle.", e.what());
    assertEquals(new Location("p.pipewright", 3, 3, null), e.where());
  }

  @Test
  void aNewerFormatIsRefusedWithThatReason() {
    ProjectException e =
        assertThrows(
            ProjectException.class, () -> parse("{\"name\": \"x\",\n \"format\": 2, \"new\": 1}"));
    assertEquals("The file has format 2; this version reads up to 1.", e.what());
    assertEquals(new Location("p.pipewright", 2, 12, null), e.where());
    assertEquals("Open it with a newer Pipewright.", e.fix());
  }

  @Test
  void anOlderFormatIsMigrated() {
    Migrations renamed =
        new Migrations(
            List.of(
                old -> {
                  var fields = new LinkedHashMap<>(old.fields());
                  fields.put("name", fields.remove("title"));
                  return new Json.Obj(fields, old.line(), old.column());
                }));
    byte[] old = "{\"format\": 1, \"title\": \"x\"}".getBytes(StandardCharsets.UTF_8);
    byte[] current = "{\"format\": 2, \"name\": \"x\"}".getBytes(StandardCharsets.UTF_8);
    assertEquals(Pipeline.of("x", List.of()), ProjectFile.parse(old, null, renamed));
    assertEquals(Pipeline.of("x", List.of()), ProjectFile.parse(current, null, renamed));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          | 1 | 0 | It is empty.
          []                                                           | 1 | 1 | A project file must be an object, not a list.
          {"name": "x"}                                                | 1 | 1 | The field "format" is missing.
          {"format": "1"}                                              | 1 | 12 | "format" must be a whole number, not a text.
          {"format": 0}                                                | 1 | 12 | There is no format 0.
          {"format": 1, "name": 3}                                     | 1 | 23 | "name" must be a text, not a number.
          {"format": 1, "name": " "}                                   | 1 | 23 | The name is empty.
          {"format": 1, "name": "x", "seed": 1.5}                      | 1 | 36 | "seed" must be a whole number, not a number.
          {"format": 1, "name": "x", "nodes": {}}                      | 1 | 37 | "nodes" must be a list, not an object.
          {"format": 1, "name": "x", "nodes": [3]}                     | 1 | 38 | A node must be an object, not a number.
          {"format": 1, "name": "x", "nodes": [{"id": "a/b"}]}         | 1 | 45 | "a/b" cannot name a node.
          {"format": 1, "name": "x", "nodes": [{"id": "a"}]}           | 1 | 38 | The field "component" is missing.
          {"format": 1, "name": "x", "nodes": [{"id": "a", "component": "A", "inputs": {"e": "b"}}]} | 1 | 84 | "b" does not name an output.
          {"format": 1, "name": "x", "layout": {"positions": {"a": [1]}}} | 1 | 58 | A position is a list of two numbers.
          {"format": 1, "name": "x", "layout": {"collapsed": {"a": 1}}} | 1 | 52 | "collapsed" must be a list, not an object.
          {"format": 1, "name": "x", "layout": {"collapsed": ["1a"]}}  | 1 | 53 | "1a" cannot name a node.
          {"format": 1, "name": "x", "layout": {"notes": [{"id": "n", "text": ""}]}} | 1 | 49 | The field "area" is missing.
          {"format": 1, "name": "x", "layout": {"notes": [{"id": "n", "text": "", "area": [1, 2, -3, 4]}]}} | 1 | 81 | An area is a list of four numbers, the size not negative.
          {"format": 1, "name": "x", "layout": {"frames": [{"id": "f", "title": "", "area": [1, 2, 3, 4], "folded": 1}]}} | 1 | 107 | "folded" must be true or false, not a number.
          {"format": 1, "name": "x", "layout": {"frames": [{"id": "f", "title": "", "area": [1, 2, 3, 4]}, {"id": "f", "title": "", "area": [1, 2, 3, 4]}]}} | 1 | 98 | Two of them have the id of this one.
          {"format": 1, "name": "x", "layout": {"knots": [{"source": "a", "node": "b", "input": "c"}]}} | 1 | 60 | "a" does not name an output.
          {"format": 1, "name": "x", "layout": {"knots": [{"source": "a.o", "node": "b", "input": "c", "points": [3]}]}} | 1 | 105 | A position is a list of two numbers.
          {"format": 1, "name": "x", "nodes": [{"id": "a", "component": "A", "mode": "off"}]} | 1 | 76 | There is no such mode of a node.
          {"format": 1, "name": "x", "parameters": {"a": {"type": "date"}}} | 1 | 57 | There is no such type of a runtime parameter.
          {"format": 1, "name": "x", "parameters": {"a": {"type": "int", "default": "y"}}} | 1 | 75 | The default is a text.
          {"format": 1, "name": "x", "big": 99999999999999999999}      | 1 | 35 | The whole number 99999999999999999999 has more than 64 bits.
          {"format": 1, "name": "x", "big": 1e999}                     | 1 | 35 | The number 1e999 is too large.
          {"format": 1, "name": "x"} 1                                 | 1 | 28 | There is something after the end of the JSON value.
          """)
  void aWrongFileIsAnErrorWithItsPlace(String text, long line, long column, String what) {
    ProjectException e =
        assertThrows(ProjectException.class, () -> parse(text == null ? "" : text));
    assertEquals(what, e.what());
    assertEquals(new Location("p.pipewright", line, column, null), e.where());
    assertTrue(!e.fix().isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"format": 1, "format": 1} | 23 | Duplicate
          {"format": NaN}            | 12 | NaN
          {"format": 1,              | 14 | end-of-input
          {'format': 1}              | 2  | Unexpected character
          {"a": [[[DEEP              | 7  | depth
          """)
  void textThatIsNotJsonIsAnErrorWithItsPlace(String text, long column, String reason) {
    String deep = text.replace("[[[DEEP", "[".repeat(100_000));
    ProjectException e = assertThrows(ProjectException.class, () -> parse(deep));
    assertTrue(e.what().startsWith("It is not valid JSON: "), e.what());
    assertTrue(e.what().contains(reason), e.what());
    assertTrue(!e.what().contains("StreamRead") && !e.what().contains("Feature"), e.what());
    assertEquals(1, e.where().line());
    assertTrue(e.where().column() >= column, e.where()::toString);
  }

  @Test
  void damagedFilesNeverFailButWithAProjectException() {
    byte[] whole = PENGUINS.getBytes(StandardCharsets.UTF_8);
    Random random = new Random(5);
    int refused = 0;
    for (int i = 0; i < 5000; i++) {
      byte[] damaged = whole.clone();
      for (int j = random.nextInt(4); j >= 0; j--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      try {
        ProjectFile.parse(damaged, "p");
      } catch (ProjectException e) {
        refused++;
      }
    }
    assertTrue(refused > 2500, "refused " + refused);
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    ProjectException e =
        assertThrows(
            ProjectException.class, () -> ProjectFile.parse(new byte[] {'{', (byte) 0xFF}, "p"));
    assertEquals("It is not text in UTF-8.", e.what());
  }

  @Test
  void writesAFileThatReadsBackAndLeavesNothingElse(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("p.pipewright");
    ProjectFile.write(file, Pipeline.of("old", List.of()));
    ProjectFile.write(file, penguins());
    assertEquals(penguins(), ProjectFile.read(file));
    try (var files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void aFileThatCannotBeWrittenKeepsTheOldOne(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("p.pipewright");
    ProjectFile.write(file, penguins());
    assumeTrue(folder.toFile().setWritable(false) && !Files.isWritable(folder));
    assertThrows(
        EnvironmentException.class, () -> ProjectFile.write(file, Pipeline.of("new", List.of())));
    assertTrue(folder.toFile().setWritable(true));
    assertEquals(penguins(), ProjectFile.read(file));
  }

  @Test
  void writingIntoAFolderThatIsNotThereIsAnErrorWithAFix(@TempDir Path folder) {
    Path file = folder.resolve("gone").resolve("p.pipewright");
    EnvironmentException e =
        assertThrows(EnvironmentException.class, () -> ProjectFile.write(file, penguins()));
    assertEquals(Location.of(file), e.where());
  }

  @Test
  void aFileThatNeverEndsIsRefusedUnread() {
    Path device = Path.of("/dev/zero");
    assumeTrue(Files.exists(device));
    ProjectException e = assertThrows(ProjectException.class, () -> ProjectFile.read(device));
    assertEquals("It is a device or a pipe.", e.what());
  }

  @Test
  void aMissingFileAFolderAndAHugeFileAreErrors(@TempDir Path folder) throws IOException {
    Path huge = folder.resolve("huge");
    Files.write(huge, new byte[(16 << 20) + 1]);
    for (Path path : List.of(folder.resolve("gone"), folder, huge)) {
      ProjectException e = assertThrows(ProjectException.class, () -> ProjectFile.read(path));
      assertEquals(Location.of(path), e.where());
    }
  }
}
