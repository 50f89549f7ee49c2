package dev.pipewright.app;

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
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Holds the workbench to the module map of ARCHITECTURE.md.
class ArchitectureTest {

  private static final JavaClasses WORKBENCH =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages(
              "dev.pipewright.app",
              "dev.pipewright.nodes",
              "dev.pipewright.canvas",
              "dev.pipewright.charts");

  // Of `tensorflow`, the nodes take the reader of SavedModels, which is plain protocol buffers.
  @ParameterizedTest
  @CsvSource({
    "canvas, ''",
    "charts, ''",
    "nodes, 'canvas charts pipeline runner metadata data datavalidation protos summaries transform"
        + " tensorflow training modelanalysis serving keras'",
    "app, 'nodes canvas charts pipeline runner metadata summaries data protocol'",
  })
  void aModuleUsesWhatItsRowNames(String module, String uses) {
    String[] allowed =
        Stream.concat(Stream.of(module), Stream.of(uses.split(" ")))
            .filter(m -> !m.isEmpty())
            .map(m -> "dev.pipewright." + m + "..")
            .toArray(String[]::new);
    classes()
        .that(resideInAPackage("dev.pipewright." + module + ".."))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(allowed).or(resideOutsideOfPackage("dev.pipewright..")))
        .check(WORKBENCH);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("dev.pipewright.(**)").should().beFreeOfCycles().check(WORKBENCH);
  }

  @Test
  void theWindowNeverLoadsTensorFlow() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("org.tensorflow..", "org.bytedeco..")
                .and(resideOutsideOfPackage("org.tensorflow.proto..")))
        .check(WORKBENCH);
  }

  @Test
  void modelsAreFreeOfTheSceneGraph() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.pipewright.app.project..",
            "dev.pipewright.app.run..",
            "dev.pipewright.app.engine..",
            "dev.pipewright.app.settings..")
        .or()
        .haveSimpleNameEndingWith("ViewModel")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx.scene..", "javafx.stage..")
        .check(WORKBENCH);
  }

  @Test
  void nobodyPrints() {
    noClasses()
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(WORKBENCH);
  }

  @Test
  void everyPackageSaysWhatItIsFor() {
    Set<String> documented = new TreeSet<>();
    Set<String> packages = new TreeSet<>();
    for (JavaClass c : WORKBENCH) {
      packages.add(c.getPackageName());
      if (c.getSimpleName().equals("package-info")) {
        documented.add(c.getPackageName());
      }
    }
    assertEquals(packages, documented);
  }

  @Test
  void noPackageIsNamedAfterNothing() {
    noClasses()
        .should()
        .resideInAnyPackage(
            Stream.of("util", "utils", "common", "helper", "manager", "impl", "misc")
                .map(n -> ".." + n + "..")
                .toArray(String[]::new))
        .check(WORKBENCH);
  }

  @Test
  void coloursStandInStyleSheetsAlone() {
    List<String> literals =
        WORKBENCH.stream()
            .filter(c -> !c.getName().endsWith("Test"))
            .flatMap(c -> c.getMethodCallsFromSelf().stream())
            .filter(call -> call.getTargetOwner().getName().equals("javafx.scene.paint.Color"))
            .filter(call -> Set.of("web", "valueOf", "rgb").contains(call.getName()))
            .map(call -> call.getDescription())
            .toList();
    assertEquals(List.of(), literals);
  }
}
