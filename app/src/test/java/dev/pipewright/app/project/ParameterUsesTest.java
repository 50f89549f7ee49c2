package dev.pipewright.app.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.app.project.ParameterUses.Use;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.file.ProjectFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParameterUsesTest {

  private static Pipeline pipeline(String parameter, String value) {
    return ProjectFile.parse(
        """
        {"format": 1, "name": "p", "parameters": {%s}, "nodes": [
          {"id": "A", "component": "X", "parameters": {"args": {"steps": %s, "s": 1}, "l": [%s, 2]}},
          {"id": "B", "component": "X", "parameters": {"steps": {"$runtime": "other"}}}]}
        """
            .formatted(parameter, value, value)
            .getBytes(StandardCharsets.UTF_8),
        null);
  }

  private static final String STEPS = "\"steps\": {\"type\": \"int\", \"default\": 5}";
  private static final Pipeline PIPELINE = pipeline(STEPS, "{\"$runtime\": \"steps\"}");

  @Test
  void findsReferencesInObjectsAndLists() {
    NodeId a = new NodeId("A");
    assertEquals(
        List.of(new Use(a, "args.steps"), new Use(a, "l[0]")), ParameterUses.of(PIPELINE, "steps"));
  }

  @Test
  void renamesWhereverItIsUsedAndBack() {
    Edit rename = ParameterUses.rename(PIPELINE, "steps", "n");
    Pipeline renamed = rename.apply(PIPELINE);
    assertEquals(pipeline(STEPS.replace("steps", "n"), "{\"$runtime\": \"n\"}"), renamed);
    assertEquals(PIPELINE, rename.inverse(PIPELINE).apply(renamed));
  }

  @Test
  void leavesTheDefaultWhereItWasUsed() {
    assertEquals(pipeline("", "5"), ParameterUses.remove(PIPELINE, "steps").apply(PIPELINE));
  }
}
