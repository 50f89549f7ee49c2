package dev.pipewright.host;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds the engine to the module map of ARCHITECTURE.md.
class ArchitectureTest {

  private static final JavaClasses ENGINE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.pipewright");

  /// What each module uses, by the first package below `dev.pipewright`.
  private static final Map<String, List<String>> USES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("pipeline", List.of()),
              Map.entry("protos", List.of()),
              Map.entry("protocol", List.of()),
              Map.entry("metadata", List.of("pipeline")),
              Map.entry("data", List.of("pipeline")),
              Map.entry("datavalidation", List.of("pipeline", "protos", "data")),
              Map.entry("summaries", List.of("pipeline", "data")),
              Map.entry("tensorflow", List.of("pipeline")),
              Map.entry(
                  "transform",
                  List.of("pipeline", "protos", "data", "datavalidation", "tensorflow")),
              Map.entry("keras", List.of("pipeline", "tensorflow")),
              Map.entry(
                  "training",
                  List.of(
                      "pipeline",
                      "protos",
                      "data",
                      "datavalidation",
                      "tensorflow",
                      "transform",
                      "keras",
                      "summaries")),
              Map.entry("modelanalysis", List.of("pipeline", "protos", "data", "tensorflow")),
              Map.entry("serving", List.of("pipeline")),
              Map.entry("runner", List.of("pipeline", "metadata"))));

  static Stream<String> modules() {
    return USES.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void aModuleUsesWhatItsRowNames(String module) {
    String[] allowed =
        Stream.concat(Stream.of(module), USES.get(module).stream())
            .map(m -> "dev.pipewright." + m + "..")
            .toArray(String[]::new);
    classes()
        .that(resideInAPackage("dev.pipewright." + module + ".."))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(allowed).or(resideOutsideOfPackage("dev.pipewright..")))
        .allowEmptyShould(false)
        .check(ENGINE);
  }

  @Test
  void everyModuleHasARow() {
    Set<String> found = new TreeSet<>();
    ENGINE.forEach(c -> found.add(c.getPackageName().split("\\.")[2]));
    found.remove("host");
    assertEquals(USES.keySet(), found);
  }

  @Test
  void packagesHaveNoCycles() {
    slices()
        .matching("dev.pipewright.(**)")
        .that(describe("are written by us", s -> !s.getDescription().contains("protos")))
        .should()
        .beFreeOfCycles()
        .check(ENGINE);
  }

  @Test
  void theEngineKnowsNoJavaFx() {
    noClasses().should().dependOnClassesThat().resideInAPackage("javafx..").check(ENGINE);
  }

  @Test
  void onlyOneModuleOpensTheDoorToTensorFlow() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.pipewright.tensorflow..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("org.tensorflow..", "org.bytedeco..")
                .and(resideOutsideOfPackage("org.tensorflow.proto..")))
        .check(ENGINE);
  }

  @Test
  void onlyTheHostPrints() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.pipewright.host..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(ENGINE);
  }

  @Test
  void everyPackageSaysWhatItIsFor() {
    Set<String> documented = new TreeSet<>();
    Set<String> packages = new TreeSet<>();
    for (JavaClass c : ENGINE) {
      packages.add(c.getPackageName());
      if (c.getSimpleName().equals("package-info")) {
        documented.add(c.getPackageName());
      }
    }
    packages.removeIf(p -> p.startsWith("dev.pipewright.protos"));
    assertEquals(packages, documented);
  }

  @Test
  void noPackageIsNamedAfterNothing() {
    List<String> empty =
        Arrays.asList("util", "utils", "common", "helper", "manager", "impl", "misc");
    noClasses()
        .should()
        .resideInAnyPackage(empty.stream().map(n -> ".." + n + "..").toArray(String[]::new))
        .check(ENGINE);
  }
}
