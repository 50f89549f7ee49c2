package dev.pipewright.pipeline.wiring;

import static dev.pipewright.pipeline.wiring.TestComponents.REGISTRY;
import static dev.pipewright.pipeline.wiring.TestComponents.pipeline;
import static dev.pipewright.pipeline.wiring.TestComponents.source;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Link;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.component.ComponentSpec;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WiringTest {

  private static final Pipeline TAXI =
      pipeline(
          "G:Gen",
          "S:Stats examples=G.examples",
          "I:Infer statistics=S.statistics",
          "C:Convert examples=G.examples schema=I.schema",
          "T:Train examples=C.transformed",
          "X:Unknown");

  private static NodeId id(String id) {
    return new NodeId(id);
  }

  private static Link link(String from, String to) {
    return new Link(source(from), source(to).node(), source(to).port());
  }

  private static Wiring wiring(Pipeline pipeline) {
    return new Wiring(REGISTRY, pipeline);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          G.examples    | T.examples    |
          I.schema      | T.schema      |
          C.transformed | T.examples    | They are linked already.
          G.examples    | T.schema      | schema takes Schema, not Examples. I.schema fits.
          C.graph       | S.examples    | examples takes Examples, not TransformGraph. G.examples fits.
          C.transformed | C.examples    | A node cannot feed itself.
          C.transformed | S.examples    | S feeds C: the link would close a cycle.
          G.nothing     | T.examples    | G.nothing is no output.
          Gone.examples | T.examples    | Gone.examples is no output.
          G.examples    | T.nothing     | T has no input "nothing".
          G.examples    | X.examples    | X has no input "examples".
          """)
  void saysWhatDoesNotFitWhyAndWhatWould(String from, String to, String reason) {
    Link link = link(from, to);
    assertEquals(
        Optional.ofNullable(reason), wiring(TAXI).misfit(link.source(), link.node(), link.port()));
    assertEquals(reason == null, wiring(TAXI).fits(link.source(), link.node(), link.port()));
  }

  @Test
  void whereNothingInThePipelineFitsItNamesTheComponentsThatMakeIt() {
    Pipeline two = pipeline("G:Gen", "J:Judge", "T:Train");
    assertEquals(
        Optional.of("schema takes Schema, not Examples. Add Infer: it makes one."),
        wiring(two).misfit(source("G.examples"), id("T"), "schema"));
    assertEquals(
        Optional.of("model takes Model, not Examples. T.model fits."),
        wiring(two).misfit(source("G.examples"), id("J"), "model"));
  }

  @Test
  void anOutputNamedByAParameterHasThatType() {
    Pipeline one = pipeline("M:Import", "J:Judge");
    Pipeline set =
        new Edit.SetParameter(id("M"), "artifact_type", ParameterValue.of("Model")).apply(one);
    assertEquals(Optional.of(ArtifactType.MODEL), wiring(set).type(source("M.result")));
    assertEquals(List.of(source("M.result")), wiring(set).outputs(ArtifactType.MODEL));
    assertEquals(Optional.of(new ArtifactType("Artifact")), wiring(one).type(source("M.result")));
  }

  @Test
  void connectingToAnInputThatTakesOneReplacesItsLink() {
    Pipeline after = wiring(TAXI).connect(link("G.examples", "T.examples")).apply(TAXI);
    assertEquals(
        List.of(source("G.examples")), after.node(id("T")).orElseThrow().inputs("examples"));
    assertThrows(
        IllegalArgumentException.class, () -> wiring(TAXI).connect(link("G.examples", "T.schema")));
  }

  @Test
  void connectingToAnInputThatTakesManyAddsToIts() {
    Pipeline before = pipeline("G:Gen", "H:Gen", "M:Merge examples=G.examples");
    Pipeline after = wiring(before).connect(link("H.examples", "M.examples")).apply(before);
    assertEquals(
        pipeline("G:Gen", "H:Gen", "M:Merge examples=G.examples examples=H.examples"), after);
  }

  @Test
  void joinsAreThePairsOfPortsThatAreFree() {
    Pipeline two = pipeline("T:Train", "J:Judge", "K:Judge model=T.model");
    assertEquals(
        List.of(link("T.model", "J.model"), link("T.model", "J.baseline")),
        wiring(two).joins(id("T"), id("J")));
    assertEquals(List.of(link("T.model", "K.baseline")), wiring(two).joins(id("T"), id("K")));
  }

  @Test
  void ofSeveralInputsThatOfTheOutputsNameIsPlain() {
    Pipeline two = pipeline("T:Train", "J:Judge");
    List<Link> both = wiring(two).joins(id("T"), id("J"));
    assertEquals(Optional.of(link("T.model", "J.model")), Wiring.plain(both));
    assertEquals(Optional.of(link("T.model", "J.baseline")), Wiring.plain(List.of(both.getLast())));
    assertEquals(
        Optional.empty(), Wiring.plain(List.of(link("A.x", "J.model"), link("B.x", "J.model"))));
    assertEquals(Optional.empty(), Wiring.plain(List.of()));
  }

  @Test
  void pairingsAreAllPortsOfOneType() {
    ComponentSpec convert = REGISTRY.find("Convert").orElseThrow().spec();
    ComponentSpec train = REGISTRY.find("Train").orElseThrow().spec();
    assertEquals(
        List.of(new Pairing(convert.outputs().getFirst(), train.inputs().getFirst())),
        Pairing.of(convert, train));
  }

  @Test
  void aNodeDroppedOnALinkStandsInIt() {
    Pipeline before =
        pipeline("G:Gen", "H:Gen", "M:Merge examples=G.examples examples=H.examples", "N:Merge");
    Edit insert = wiring(before).insert(id("N"), link("G.examples", "M.examples")).orElseThrow();
    Pipeline after = insert.apply(before);
    assertEquals(
        pipeline(
            "G:Gen",
            "H:Gen",
            "M:Merge examples=N.examples examples=H.examples",
            "N:Merge examples=G.examples"),
        after);
    assertEquals(before, insert.inverse(before).apply(after));
  }

  @Test
  void aNodeThatFitsALinkInTwoWaysOrNoneIsNotInserted() {
    Pipeline two = pipeline("T:Train", "J:Judge model=T.model", "S:Stats", "M:Import");
    Wiring wiring = wiring(two);
    assertEquals(Optional.empty(), wiring.insert(id("S"), link("T.model", "J.model")));
    assertEquals(Optional.empty(), wiring.insert(id("J"), link("T.model", "J.model")));
    assertEquals(Optional.empty(), wiring.insert(id("S"), link("T.model", "S.examples")));
  }

  @Test
  void removingANodeJoinsWhatFedItToWhatItFed() {
    assertEquals(
        pipeline(
            "G:Gen",
            "S:Stats examples=G.examples",
            "I:Infer statistics=S.statistics",
            "T:Train examples=G.examples",
            "X:Unknown"),
        wiring(TAXI).removeKeepingWires(List.of(id("C"))).apply(TAXI));
  }

  @Test
  void removingARowOfNodesJoinsAcrossAllOfThem() {
    Pipeline row =
        pipeline(
            "G:Gen",
            "A:Merge examples=G.examples",
            "B:Merge examples=A.examples",
            "C:Merge examples=B.examples examples=G.examples",
            "S:Stats examples=B.examples");
    Edit edit = wiring(row).removeKeepingWires(List.of(id("A"), id("B")));
    Pipeline after = edit.apply(row);
    assertEquals(
        pipeline("G:Gen", "C:Merge examples=G.examples", "S:Stats examples=G.examples"), after);
    assertEquals(row, edit.inverse(row).apply(after));
  }

  @Test
  void aNodeFedBySeveralOfOneTypeLeavesNothingInItsPlace() {
    Pipeline several =
        pipeline(
            "G:Gen",
            "H:Gen",
            "M:Merge examples=G.examples examples=H.examples",
            "S:Stats examples=M.examples");
    assertEquals(
        pipeline("G:Gen", "H:Gen", "S:Stats"),
        wiring(several).removeKeepingWires(List.of(id("M"))).apply(several));
  }

  @Test
  void aCycleOfLeftOutNodesLeadsNowhere() {
    Pipeline cycle =
        pipeline(
            "A:Merge examples=B.examples",
            "B:Merge examples=A.examples",
            "S:Stats examples=B.examples");
    assertEquals(
        Optional.empty(),
        wiring(cycle).around(source("B.examples"), Set.of(id("A"), id("B"))::contains));
  }
}
