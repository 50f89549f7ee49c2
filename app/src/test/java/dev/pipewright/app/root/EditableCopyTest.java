package dev.pipewright.app.root;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.Layout;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.Source;
import dev.pipewright.pipeline.component.ComponentRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

class EditableCopyTest {

  private static final ComponentRegistry INSTALLED = ComponentRegistry.load();

  private static Node node(String id, String component) {
    return Node.of(new NodeId(id), component);
  }

  @Test
  void keepsWhatIsKnownHereAndNamesTheRest() {
    Node gen =
        node("Gen", "CsvExampleGen")
            .withParameters(
                Fields.EMPTY
                    .with("input_base", ParameterValue.of("/data"))
                    .with("output_data_format", ParameterValue.of(6)));
    Node own = node("Mine", "my.Shuffler");
    Node statistics =
        node("StatisticsGen", "StatisticsGen")
            .withInput("examples", List.of(new Source(own.id(), "out")));
    Node schema =
        node("SchemaGen", "SchemaGen")
            .withParameters(Fields.EMPTY.with("infer_feature_shape", ParameterValue.of("perhaps")))
            .withInput("statistics", List.of(new Source(statistics.id(), "statistics")));
    Pipeline drawn =
        Pipeline.of("rows", List.of(gen, own, statistics, schema))
            .withLayout(Layout.EMPTY.with(gen.id(), new Layout.Position(40, 80)));
    EditableCopy copy = EditableCopy.of(drawn, INSTALLED);
    assertEquals(
        List.of(
            "Mine: there is no component my.Shuffler here.",
            "Gen: not known here: output_data_format.",
            "SchemaGen: taken in another form here, to be set again: infer_feature_shape."),
        copy.left());
    assertEquals(
        List.of(
            gen.withParameters(Fields.EMPTY.with("input_base", ParameterValue.of("/data"))),
            statistics.withInput("examples", List.of()),
            schema.withParameters(Fields.EMPTY)),
        copy.document().nodes());
    assertEquals(new Layout.Position(40, 80), copy.document().layout().positions().get(gen.id()));
    assertTrue(copy.document().layout().notes().getFirst().text().contains("my.Shuffler"));
  }

  @Test
  void hasNoNoteWhereAllIsCarriedOver() {
    Pipeline drawn = Pipeline.of("one", List.of(node("StatisticsGen", "StatisticsGen")));
    assertEquals(new EditableCopy(drawn, List.of()), EditableCopy.of(drawn, INSTALLED));
  }
}
