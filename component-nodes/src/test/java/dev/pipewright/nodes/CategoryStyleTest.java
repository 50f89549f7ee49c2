package dev.pipewright.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.pipeline.component.ComponentRegistry;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CategoryStyleTest {

  @Test
  void putsEachComponentWhereAPersonLooksForIt() {
    SortedMap<String, CategoryStyle> styles = new TreeMap<>();
    ComponentRegistry.load()
        .specs()
        .forEach(spec -> styles.put(spec.name(), CategoryStyle.of(spec.category())));
    assertEquals(
        new TreeMap<>(
            Map.ofEntries(
                Map.entry("AvroExampleGen", CategoryStyle.DATA),
                Map.entry("CsvExampleGen", CategoryStyle.DATA),
                Map.entry("ImageFolderExampleGen", CategoryStyle.DATA),
                Map.entry("TextFolderExampleGen", CategoryStyle.DATA),
                Map.entry("JsonExampleGen", CategoryStyle.DATA),
                Map.entry("ParquetExampleGen", CategoryStyle.DATA),
                Map.entry("ImportExampleGen", CategoryStyle.DATA),
                Map.entry("DistributionValidator", CategoryStyle.VALIDATE),
                Map.entry("ImportSchemaGen", CategoryStyle.DATA),
                Map.entry("Importer", CategoryStyle.DATA),
                Map.entry("StatisticsGen", CategoryStyle.VALIDATE),
                Map.entry("SchemaGen", CategoryStyle.VALIDATE),
                Map.entry("ExampleValidator", CategoryStyle.VALIDATE),
                Map.entry("ExitHandler", CategoryStyle.DEPLOY),
                Map.entry("Transform", CategoryStyle.TRANSFORM),
                Map.entry("Trainer", CategoryStyle.TRAIN),
                Map.entry("Resolver", CategoryStyle.TRAIN),
                Map.entry("Evaluator", CategoryStyle.EVALUATE),
                Map.entry("Pusher", CategoryStyle.DEPLOY))),
        styles);
  }

  @Test
  void isNamedAndStyledByItsWord() {
    assertEquals("Reuse (Hub)", CategoryStyle.REUSE.title());
    assertEquals("category-reuse", CategoryStyle.REUSE.styleClass());
  }
}
