package dev.pipewright.datavalidation.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.protos.tfmd.AnomalyInfo.Type;
import dev.pipewright.protos.tfmd.DistributionConstraints;
import dev.pipewright.protos.tfmd.StringDomain;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StringCheckTest {

  private final List<Deviation> deviations = new ArrayList<>();
  private final StringDomain.Builder domain = StringDomain.newBuilder().addValue("b").addValue("a");

  @Test
  void addsWhatIsMissingInByteOrder() {
    boolean drops =
        StringCheck.check(
            Views.strings("z", "a", "Z", "ü", "\uD83D\uDE00", "\uFFFD"), 0, domain, deviations);

    assertFalse(drops);
    assertEquals(List.of("b", "a", "Z", "z", "ü", "\uFFFD", "\uD83D\uDE00"), domain.getValueList());
    assertEquals(
        "Examples contain values missing from the schema: "
            + "Z (~10%), z (~10%), ü (~10%), \uFFFD (~10%), \uD83D\uDE00 (~10%). ",
        deviations.getFirst().description());
  }

  @Test
  void escapesWhatCannotBeSeen() {
    StringCheck.check(Views.strings("\n\r\t\"'\\\u0001"), 0, domain, deviations);

    assertEquals(
        "Examples contain values missing from the schema: " + "\\n\\r\\t\\\"\\'\\\\\\001 (~10%). ",
        deviations.getFirst().description());
  }

  @Test
  void toleratesAShareOutsideOfTheDomain() {
    StringCheck.check(Views.strings("a", "x", "y"), 0.2, domain, deviations);
    assertEquals(List.of(), deviations);

    StringCheck.check(Views.strings("a", "x", "y"), 0.19, domain, deviations);
    assertEquals(Type.ENUM_TYPE_UNEXPECTED_STRING_VALUES, deviations.getFirst().type());
  }

  @Test
  void dropsTheDomainOfStringsThatAreNotUtf8() {
    assertTrue(StringCheck.check(Views.invalidStrings(), 0, domain, deviations));
    assertEquals(Type.ENUM_TYPE_INVALID_UTF8, deviations.getFirst().type());
  }

  @Test
  void toleratesNothingUnlessTheSchemaDoes() {
    var constraints = DistributionConstraints.newBuilder();

    assertEquals(0, StringCheck.maxOffDomain(constraints.build()));
    assertEquals(0.25, StringCheck.maxOffDomain(constraints.setMinDomainMass(0.75).build()));
  }
}
