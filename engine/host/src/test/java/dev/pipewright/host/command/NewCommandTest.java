package dev.pipewright.host.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.data.starter.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Projects that are made are run as they are.
class NewCommandTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Template.class)
  void everyTemplateRunsAndItsModelIsPushed(Template template) {
    Path made = folder.resolve(template.id());
    assertEquals(0, CommandRun.of("new", template.id(), made.toString()).exitCode());
    run(made.resolve(template.id() + ".pipewright"));
    assertTrue(Files.isDirectory(made.resolve("serving_model")));
  }

  @Test
  void aTableOfAwkwardNamesAndValuesBecomesAPipelineThatRuns() throws IOException {
    Random random = new Random(1);
    String rows =
        IntStream.range(0, 400)
            .mapToObj(
                i -> {
                  double size = 170 + 10 * random.nextGaussian();
                  String word = List.of("一", "二", "").get(random.nextInt(3));
                  String kind = size > 170 ? "\"a,b\"" : size > 160 ? "it's" : "\"c\"\"d\"";
                  return "%.1f,%s,%d,,%s,text %d,%s"
                      .formatted(size, word, 7 * i, random.nextBoolean() ? "nan" : "-1.5", i, kind);
                })
            .collect(Collectors.joining("\n"));
    Path csv = folder.resolve("odd [1]{x}..csv");
    Files.writeString(csv, "\ufeffGröße in cm,日本,2nd,none,in,free text,\"kind\"\n" + rows + "\n");

    Path made = folder.resolve("made");
    CommandRun run = CommandRun.of("new", "--csv", csv.toString(), made.toString());

    assertEquals(0, run.exitCode(), run::all);
    assertTrue(run.out().contains("It predicts \"kind\"."), run::all);
    assertTrue(run.out().contains("none is empty, and is left out."), run::all);
    run(made.resolve("odd _1__x_..pipewright"));
    assertTrue(Files.isDirectory(made.resolve("serving_model")));
  }

  @Test
  void withoutALabelTheDataIsOnlyLookedAt() throws IOException {
    Path csv = Files.writeString(folder.resolve("few.csv"), "a,b\n1,x\n2,y\n3,x\n4,y\n5,x\n6,z\n");
    Path made = folder.resolve("made");
    assertEquals(
        0,
        CommandRun.of("new", "--csv", csv.toString(), "--label", "", made.toString()).exitCode());
    assertEquals(0, CommandRun.of("check", made.resolve("few.pipewright").toString()).exitCode());
  }

  @Test
  void aTableThatCannotBeUsedMakesNothing() throws IOException {
    Path csv = Files.writeString(folder.resolve("bad.csv"), "a;b\n1;2\n");
    Path made = folder.resolve("made");
    CommandRun run = CommandRun.of("new", "--csv", csv.toString(), made.toString());
    assertEquals(2, run.exitCode(), run::all);
    assertTrue(run.err().contains("divided by semicolons"), run::all);
    assertFalse(Files.exists(made));
    assertEquals(2, CommandRun.of("new", "penguins", "--label", "x", "dir").exitCode());
    assertEquals(2, CommandRun.of("new", "penguins", "--csv", "x", "dir").exitCode());
  }

  private static void run(Path project) {
    CommandRun check = CommandRun.of("check", project.toString());
    assertEquals(0, check.exitCode(), check::all);
    CommandRun run = CommandRun.of("run", project.toString());
    assertEquals(0, run.exitCode(), run::all);
  }
}
