package dev.pipewright.protos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.FileDescriptor;
import dev.pipewright.protos.mlmd.Artifact;
import dev.pipewright.protos.tfma.EvalConfig;
import dev.pipewright.protos.tfma.MetricsForSlice;
import dev.pipewright.protos.tfma.ValidationResult;
import dev.pipewright.protos.tfmd.Anomalies;
import dev.pipewright.protos.tfmd.DatasetFeatureStatisticsList;
import dev.pipewright.protos.tfmd.DerivedFeatureSource;
import dev.pipewright.protos.tfmd.Path;
import dev.pipewright.protos.tfmd.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// Compares our protos with a listing of upstream's, made by `peers/goldens/protos_fields.py`.
class ProtoFieldsTest {

  private static final List<FileDescriptor> FILES =
      List.of(
          Path.getDescriptor().getFile(),
          DerivedFeatureSource.getDescriptor().getFile(),
          Schema.getDescriptor().getFile(),
          Anomalies.getDescriptor().getFile(),
          DatasetFeatureStatisticsList.getDescriptor().getFile(),
          EvalConfig.getDescriptor().getFile(),
          MetricsForSlice.getDescriptor().getFile(),
          ValidationResult.getDescriptor().getFile(),
          Artifact.getDescriptor().getFile());

  @Test
  void haveUpstreamsFieldsAndEnumValues() throws IOException {
    List<String> ours = new ArrayList<>();
    for (FileDescriptor descriptor : FILES) {
      FileDescriptorProto file = descriptor.toProto();
      ours.add(file.getName() + " " + (file.hasSyntax() ? file.getSyntax() : "proto2"));
      file.getEnumTypeList().forEach(type -> list(type, file.getPackage(), ours));
      file.getMessageTypeList().forEach(type -> list(type, file.getPackage(), ours));
    }
    assertEquals(upstream(), String.join("\n", ours) + "\n");
  }

  private static String upstream() throws IOException {
    try (InputStream golden = ProtoFieldsTest.class.getResourceAsStream("fields.txt")) {
      return new String(golden.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void list(EnumDescriptorProto type, String scope, List<String> lines) {
    type.getValueList()
        .forEach(
            value ->
                lines.add(
                    scope
                        + "."
                        + type.getName()
                        + "."
                        + value.getName()
                        + " = "
                        + value.getNumber()));
  }

  private static void list(DescriptorProto type, String outer, List<String> lines) {
    String scope = outer + "." + type.getName();
    lines.add(scope + (type.getOptions().getDeprecated() ? " deprecated" : ""));
    type.getFieldList().forEach(field -> lines.add(scope + "." + line(field, type)));
    type.getEnumTypeList().forEach(nested -> list(nested, scope, lines));
    type.getNestedTypeList().forEach(nested -> list(nested, scope, lines));
  }

  private static String line(FieldDescriptorProto field, DescriptorProto type) {
    return field.getName()
        + " = "
        + field.getNumber()
        + " "
        + word(field.getLabel(), "LABEL_")
        + " "
        + (field.hasTypeName() ? field.getTypeName() : word(field.getType(), "TYPE_"))
        + (field.hasOneofIndex()
            ? " oneof " + type.getOneofDecl(field.getOneofIndex()).getName()
            : "")
        + (field.hasDefaultValue() ? " default " + field.getDefaultValue() : "")
        + (field.getOptions().getPacked() ? " packed" : "")
        + (field.getOptions().getDeprecated() ? " deprecated" : "");
  }

  private static String word(Enum<?> value, String prefix) {
    return value.name().substring(prefix.length()).toLowerCase(Locale.ROOT);
  }
}
