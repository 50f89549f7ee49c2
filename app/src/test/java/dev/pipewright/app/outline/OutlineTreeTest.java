package dev.pipewright.app.outline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.app.outline.OutlineTree.Branch;
import dev.pipewright.pipeline.Area;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Frame;
import dev.pipewright.pipeline.Layout;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Note;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.RuntimeParameter;
import dev.pipewright.pipeline.Source;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OutlineTreeTest {

  private static final Area AREA = new Area(0, 0, 100, 100);

  private static Pipeline pipeline(String... links) {
    Pipeline pipeline =
        Pipeline.of(
            "p", Stream.of("D", "C", "B", "A").map(id -> Node.of(new NodeId(id), "Kind")).toList());
    for (String link : links) {
      pipeline =
          new Edit.Connect(
                  new Source(new NodeId(link.substring(0, 1)), "out"),
                  new NodeId(link.substring(1)),
                  "in")
              .apply(pipeline);
    }
    return pipeline;
  }

  private static String words(List<Branch> branches) {
    return branches.stream()
        .map(b -> b.title() + (b.children().isEmpty() ? "" : "(" + words(b.children()) + ")"))
        .collect(Collectors.joining(" "));
  }

  private static String outline(Pipeline pipeline) {
    return words(OutlineTree.of(pipeline).branches());
  }

  @Test
  void ordersNodesAfterWhatTheyNeedAndOtherwiseAsTheyAre() {
    assertEquals("D C B A", outline(pipeline()));
    assertEquals("A B C D", outline(pipeline("AB", "BC", "CD")));
    assertEquals("B D A C", outline(pipeline("BD", "AC")));
  }

  @Test
  void putsNodesOnACycleLast() {
    assertEquals("A D C B", outline(pipeline("BC", "CD", "DB")));
  }

  @Test
  void hangsNodesAndNotesInTheirGroup() {
    Pipeline pipeline = pipeline("AB", "BC", "CD");
    Layout layout =
        pipeline
            .layout()
            .withNote(Note.of("n1", "# Ask **ops**\nmore", AREA))
            .withNote(Note.of("n2", "alone", AREA))
            .withFrame(
                Frame.of("f", "Group", "", AREA, List.of(new NodeId("C"), new NodeId("B")))
                    .withNotes(List.of("n1", "gone")))
            .withFrame(Frame.of("g", "", "", AREA, List.of()));
    Pipeline drawn =
        new Edit.SetRuntimeParameter(
                RuntimeParameter.of("rate", RuntimeParameter.Kind.INT, ParameterValue.of(1)))
            .apply(pipeline.withLayout(layout));
    assertEquals(
        "Runtime parameters(rate) A Group(B C Ask ops) D (no text) Notes(alone)", outline(drawn));
  }

  @Test
  void hangsGroupsInTheirGroups() {
    Pipeline pipeline = pipeline("AB", "BC", "CD");
    Layout layout =
        pipeline
            .layout()
            .withNote(Note.of("n1", "deep", AREA))
            .withFrame(Frame.of("f", "Outer", "", AREA, List.of(new NodeId("D"))))
            .withFrame(
                Frame.of("g", "Inner", "", AREA, List.of(new NodeId("B")))
                    .withOuter("f")
                    .withNotes(List.of("n1")))
            .withFrame(Frame.of("h", "Empty", "", AREA, List.of()).withOuter("g"));
    OutlineTree tree = OutlineTree.of(pipeline.withLayout(layout));
    assertEquals("A Outer(Inner(B Empty deep) D) C", words(tree.branches()));
    assertEquals("Outer(Inner(deep))", words(tree.filtered("deep").branches()));
  }

  @Test
  void filtersByNameAndKeepsWhatItIsIn() {
    Pipeline pipeline = pipeline("AB");
    OutlineTree tree =
        OutlineTree.of(
            pipeline.withLayout(
                pipeline
                    .layout()
                    .withFrame(
                        Frame.of(
                            "f", "Data", "", AREA, List.of(new NodeId("A"), new NodeId("B"))))));
    assertEquals("Data(B)", words(tree.filtered(" b").branches()));
    assertEquals("D Data(A B)", words(tree.filtered("d").branches()));
    assertEquals(tree, tree.filtered(" "));
    assertEquals("", words(tree.filtered("x").branches()));
  }
}
