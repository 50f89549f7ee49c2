package dev.pipewright.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.data.Accumulator;
import dev.pipewright.data.ExampleBatch;
import dev.pipewright.datavalidation.schema.SchemaText;
import dev.pipewright.protos.tfmd.Schema;
import dev.pipewright.transform.expression.Expression;
import dev.pipewright.transform.expression.ExpressionParser;
import dev.pipewright.transform.expression.TypeChecker;
import dev.pipewright.transform.expression.ValueType;
import dev.pipewright.transform.graph.Analysis;
import dev.pipewright.transform.graph.DataSetAnalysis;
import dev.pipewright.transform.graph.Goldens;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransformedSchemaTest {

  private static final DataSetAnalysis.Pass ALL_ROWS =
      new DataSetAnalysis.Pass() {
        @Override
        public <A, R> R fold(Set<String> features, Accumulator<ExampleBatch, A, R> accumulator) {
          ExampleBatch rows = Goldens.rows(0, Goldens.rowCount());
          return accumulator.result(accumulator.add(accumulator.create(), rows));
        }
      };

  @TempDir Path folder;

  private static OutputExpressions outputs() {
    SequencedMap<String, Expression> outputs = new LinkedHashMap<>();
    Goldens.JSON
        .get("cases")
        .forEach(
            c ->
                outputs.put(
                    "out_%02d".formatted(outputs.size()),
                    ExpressionParser.parse(c.get("expression").asText())));
    return new OutputExpressions(outputs);
  }

  @Test
  void isWhatTensorFlowTransformInfers() throws Exception {
    TypeChecker checker = new TypeChecker(Goldens.features());
    SortedMap<String, ValueType> types = outputs().types(checker);
    Analysis analysis =
        new DataSetAnalysis(checker, 1, folder).of(outputs().outputs().values(), ALL_ROWS);
    Schema golden = SchemaText.parse(Goldens.JSON.get("schema").asText(), folder);
    assertEquals(
        golden.toBuilder().clearAnnotation().build(),
        TransformedSchema.withRanges(outputs(), types, analysis));
  }

  @Test
  void leavesRangesOutOfThePostTransformSchema() throws Exception {
    TypeChecker checker = new TypeChecker(Goldens.features());
    Schema.Builder golden =
        SchemaText.parse(Goldens.JSON.get("schema").asText(), folder).toBuilder();
    golden
        .clearAnnotation()
        .getFeatureBuilderList()
        .forEach(
            feature -> {
              if (feature.hasIntDomain()) {
                feature.getIntDomainBuilder().clearMin().clearMax();
              }
            });
    assertEquals(
        golden.build(), TransformedSchema.withoutRanges(outputs(), outputs().types(checker)));
  }
}
