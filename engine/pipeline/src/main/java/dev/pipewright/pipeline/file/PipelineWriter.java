package dev.pipewright.pipeline.file;

import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.RuntimeParameter;
import dev.pipewright.pipeline.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Makes a project file's JSON out of a pipeline. Known fields come in a fixed order and only where
/// they say something, unknown ones after them as they were read.
final class PipelineWriter {

  private PipelineWriter() {}

  static Fields write(Pipeline pipeline) {
    SequencedMap<String, ParameterValue> json = new LinkedHashMap<>();
    json.put("format", ParameterValue.of(Migrations.CURRENT.format()));
    json.put("name", ParameterValue.of(pipeline.name()));
    json.put("seed", ParameterValue.of(pipeline.seed()));
    SequencedMap<String, ParameterValue> parameters = new LinkedHashMap<>();
    pipeline.parameters().forEach(p -> parameters.put(p.name(), parameter(p)));
    putIfAny(json, "parameters", new Fields(parameters));
    json.put(
        "nodes", ParameterValue.of(pipeline.nodes().stream().map(PipelineWriter::node).toList()));
    putIfAny(json, "layout", LayoutWriter.write(pipeline.layout()));
    json.putAll(pipeline.other().values());
    return new Fields(json);
  }

  private static Fields parameter(RuntimeParameter parameter) {
    SequencedMap<String, ParameterValue> json = new LinkedHashMap<>();
    json.put("type", ParameterValue.of(parameter.kind().text()));
    if (parameter.defaultValue() != null) {
      json.put("default", parameter.defaultValue());
    }
    if (!parameter.doc().isEmpty()) {
      json.put("doc", ParameterValue.of(parameter.doc()));
    }
    json.putAll(parameter.other().values());
    return new Fields(json);
  }

  private static Fields node(Node node) {
    SequencedMap<String, ParameterValue> json = new LinkedHashMap<>();
    json.put("id", ParameterValue.of(node.id().value()));
    json.put("component", ParameterValue.of(node.component()));
    putIfAny(json, "parameters", node.parameters());
    SequencedMap<String, ParameterValue> inputs = new LinkedHashMap<>();
    node.inputs().forEach((port, sources) -> inputs.put(port, sources(sources)));
    putIfAny(json, "inputs", new Fields(inputs));
    if (node.mode() != Node.Mode.ACTIVE) {
      json.put("mode", ParameterValue.of(node.mode().text()));
    }
    if (!node.condition().isEmpty()) {
      json.put("condition", ParameterValue.of(node.condition()));
    }
    json.putAll(node.other().values());
    return new Fields(json);
  }

  private static ParameterValue sources(List<Source> sources) {
    List<ParameterValue> texts =
        sources.stream().map(s -> ParameterValue.of(s.toString())).toList();
    return texts.size() == 1 ? texts.getFirst() : ParameterValue.of(texts);
  }

  static void putIfAny(SequencedMap<String, ParameterValue> json, String name, Fields fields) {
    if (!fields.values().isEmpty()) {
      json.put(name, fields);
    }
  }
}
