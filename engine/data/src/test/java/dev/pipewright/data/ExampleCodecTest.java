package dev.pipewright.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.DiscardUnknownFieldsParser;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import com.google.protobuf.WireFormat;
import dev.pipewright.data.Wire.MalformedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tensorflow.proto.BytesList;
import org.tensorflow.proto.Example;
import org.tensorflow.proto.Feature;
import org.tensorflow.proto.FeatureList;
import org.tensorflow.proto.FeatureLists;
import org.tensorflow.proto.Features;
import org.tensorflow.proto.FloatList;
import org.tensorflow.proto.Int64List;
import org.tensorflow.proto.SequenceExample;

/// The codec against protobuf's own.
class ExampleCodecTest {

  private static final Parser<Example> KNOWN_FIELDS =
      DiscardUnknownFieldsParser.wrap(Example.parser());

  private final Random random = new Random(42);

  private static ExampleBatch decode(boolean isSequence, List<byte[]> records) throws IOException {
    ExampleDecoder decoder = new ExampleDecoder(isSequence, null);
    for (byte[] record : records) {
      byte[] shifted = new byte[record.length + 2];
      System.arraycopy(record, 0, shifted, 1, record.length);
      decoder.add(shifted, 1, 1 + record.length);
    }
    return decoder.finish();
  }

  private static List<byte[]> encode(ExampleBatch batch) {
    ByteStrings rows = ExampleEncoder.of(batch).encode(0, batch.rowCount());
    List<byte[]> records = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      records.add(rows.get(i));
    }
    return records;
  }

  private Feature feature(int kind) {
    Feature.Builder feature = Feature.newBuilder();
    int count = random.nextInt(3) == 0 ? random.nextInt(40) : random.nextInt(3);
    switch (kind) {
      case 0 -> {
        BytesList.Builder list = feature.getBytesListBuilder();
        for (int i = 0; i < count; i++) {
          byte[] value = new byte[random.nextInt(5) == 0 ? random.nextInt(300) : random.nextInt(4)];
          random.nextBytes(value);
          list.addValue(ByteString.copyFrom(value));
        }
      }
      case 1 -> {
        FloatList.Builder list = feature.getFloatListBuilder();
        for (int i = 0; i < count; i++) {
          list.addValue(Float.intBitsToFloat(random.nextInt()));
        }
      }
      default -> {
        Int64List.Builder list = feature.getInt64ListBuilder();
        for (int i = 0; i < count; i++) {
          list.addValue(random.nextLong() >> random.nextInt(64));
        }
      }
    }
    return feature.build();
  }

  private Features features(int nameLength) {
    Features.Builder features = Features.newBuilder();
    for (int i = 0; i < 9; i++) {
      if (random.nextInt(4) > 0) {
        features.putFeature("é".repeat(i * nameLength) + i, feature(i % 3));
      }
    }
    return features.build();
  }

  private SequenceExample sequence() {
    FeatureLists.Builder lists = FeatureLists.newBuilder();
    for (int i = 0; i < 5; i++) {
      FeatureList.Builder list = FeatureList.newBuilder();
      for (int step = random.nextInt(4); step > 0; step--) {
        list.addFeature(random.nextInt(5) == 0 ? Feature.getDefaultInstance() : feature(i % 3));
      }
      // A list without any typed feature is not kept, so each has one at least in the last row.
      if (random.nextInt(4) > 0) {
        lists.putFeatureList("list" + i, list.addFeature(feature(i % 3)).build());
      }
    }
    return SequenceExample.newBuilder().setContext(features(1)).setFeatureLists(lists).build();
  }

  private static byte[] deterministic(Message message) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    out.useDeterministicSerialization();
    message.writeTo(out);
    out.flush();
    return bytes.toByteArray();
  }

  private static void assertSame(List<byte[]> expected, List<byte[]> actual) {
    assertEquals(expected.size(), actual.size());
    for (int i = 0; i < expected.size(); i++) {
      assertArrayEquals(expected.get(i), actual.get(i), "row " + i);
    }
  }

  @Test
  void decodesAndEncodesWhatProtobufDoes() throws IOException {
    for (int nameLength : new int[] {0, 1, 3, 9}) {
      List<byte[]> scrambled = new ArrayList<>();
      List<byte[]> expected = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        Example example = Example.newBuilder().setFeatures(features(nameLength)).build();
        scrambled.add(example.toByteArray());
        expected.add(deterministic(example));
      }
      assertSame(expected, encode(decode(false, scrambled)));
    }
  }

  @Test
  void decodesAndEncodesSequenceExamples() throws IOException {
    List<byte[]> scrambled = new ArrayList<>();
    List<byte[]> expected = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      SequenceExample example = sequence();
      scrambled.add(example.toByteArray());
      expected.add(deterministic(example));
    }
    assertSame(expected, encode(decode(true, scrambled)));
  }

  @Test
  void sortsKeysByTheirUtf8AsPythonDoes() throws IOException {
    String hex =
        new String(
                ExampleCodecTest.class.getResourceAsStream("sequence.hex").readAllBytes(),
                StandardCharsets.US_ASCII)
            .strip();
    byte[] golden = HexFormat.of().parseHex(hex);
    ExampleBatch batch = decode(true, List.of(golden, golden));
    byte[] encoded = encode(batch).get(1);
    // The golden has a list without steps, and so without a type, which columns do not keep.
    SequenceExample expected = SequenceExample.parseFrom(golden);
    assertEquals(
        expected.toBuilder()
            .setFeatureLists(expected.getFeatureLists().toBuilder().removeFeatureList("empty"))
            .build(),
        SequenceExample.parseFrom(encoded));
    int context = 3 + (golden[1] & 0x7f | golden[2] << 7);
    assertArrayEquals(Arrays.copyOf(golden, context), Arrays.copyOf(encoded, context));
  }

  @Test
  void aMissingValueIsAnEmptyListOfItsType() throws IOException {
    Column column = new Column.Int64(RowLayout.ragged(new int[] {0, 0, 1}), new long[] {7});
    LinkedHashMap<String, Column> columns = new LinkedHashMap<>();
    columns.put("b", column);
    ExampleBatch batch = new ExampleBatch(2, columns);
    ByteStrings rows = ExampleEncoder.of(batch, Set.of("a")).encode(0, 2);
    assertEquals("0a100a050a016112000a070a016212021a00", HexFormat.of().formatHex(rows.get(0)));
    assertEquals(
        "0a130a050a016112000a0a0a016212051a030a0107", HexFormat.of().formatHex(rows.get(1)));
    ByteStrings feature = ExampleEncoder.of(batch).encodeFeature("b", 0, 2);
    assertEquals("1a00", HexFormat.of().formatHex(feature.get(0)));
    assertEquals("1a030a0107", HexFormat.of().formatHex(feature.get(1)));
  }

  @Test
  void readsEncodingsThatNoWriterOfOursMakes() throws IOException {
    // Unpacked numbers; the value before the key; an unknown field in the entry; a value in two
    // parts.
    agrees(hex("0a 0d 0a 0b 0a 01 61 12 06 1a 04 08 05 08 06"));
    agrees(hex("0a 0b 0a 09 12 04 1a 02 08 01 0a 01 61"));
    agrees(hex("0a 0d 0a 0b 18 01 12 04 1a 02 08 01 0a 01 61"));
    agrees(hex("0a 11 0a 0f 0a 01 61 12 04 1a 02 08 01 12 04 1a 02 08 02"));
    agrees(hex("0a 11 0a 0f 0a 01 61 12 04 1a 02 08 01 12 04 0a 02 0a 00"));
    agrees(hex("0a 09 0a 07 0a 01 61 12 02 1a 00  0a 0c 0a 0a 0a 01 61 12 05 1a 03 0a 01 07"));
    agrees(hex("0a 0d 0a 0b 0a 01 61 12 06 12 04 0d 00 00"));
    agrees(hex("0a 10 0a 0e 0a 01 61 12 09 12 07 15 00 00 80 3f 12 00"));
    agrees(hex("0a 10 0a 0e 0a 01 61 12 09 12 05 0d 00 00 80 3f 1a 00"));
    agrees(hex("0a 05 0a 03 0a 01 61"));
    agrees(hex("0a 04 0a 02 12 00"));
    agrees(hex("0b 08 01 0c 0a 00 15 01 02 03 04 19 01 02 03 04 05 06 07 08"));
    agrees(hex(""));
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replace(" ", ""));
  }

  /// Our reading of a record, written again, is protobuf's reading; or both find it wrong.
  private static void agrees(byte[] record) throws IOException {
    Features features;
    try {
      features = KNOWN_FIELDS.parseFrom(record).getFeatures();
    } catch (InvalidProtocolBufferException e) {
      assertThrows(MalformedException.class, () -> decode(false, List.of(record)));
      return;
    }
    Features.Builder typed = Features.newBuilder();
    features
        .getFeatureMap()
        .forEach(
            (name, feature) -> {
              if (feature.getKindCase() != Feature.KindCase.KIND_NOT_SET) {
                typed.putFeature(name, feature);
              }
            });
    Example ours = Example.parseFrom(encode(decode(false, List.of(record))).getFirst());
    assertArrayEquals(deterministic(typed.build()), deterministic(ours.getFeatures()));
  }

  @Test
  void agreesWithProtobufOnMutatedRecords() throws IOException {
    int rounds = Integer.getInteger("pipewright.fuzz", 4000);
    for (int round = 0; round < rounds; round++) {
      byte[] record = Example.newBuilder().setFeatures(features(0)).build().toByteArray();
      for (int i = random.nextInt(3); i >= 0 && record.length > 0; i--) {
        int bound = random.nextBoolean() ? 32 : 256;
        record[random.nextInt(record.length)] = (byte) random.nextInt(bound);
      }
      int length = random.nextInt(4) == 0 ? random.nextInt(record.length + 1) : record.length;
      byte[] cut = Arrays.copyOf(record, length);
      if (!hasOddVarint(cut)) {
        agrees(cut);
      }
    }
  }

  /// Whether there may be a number whose tenth byte is other than one: Java's parser ignores its
  /// lowest bit, those of other languages do not.
  private static boolean hasOddVarint(byte[] record) {
    int run = 0;
    for (byte b : record) {
      if (run >= 9 && b != 1) {
        return true;
      }
      run = b < 0 ? run + 1 : 0;
    }
    return false;
  }

  @Test
  void randomBytesNeverDoWorseThanMalformed() {
    int rounds = Integer.getInteger("pipewright.fuzz", 10_000);
    for (int round = 0; round < rounds; round++) {
      byte[] record = new byte[random.nextInt(40)];
      for (int i = 0; i < record.length; i++) {
        record[i] = (byte) (random.nextInt(3) == 0 ? random.nextInt() : random.nextInt(32));
      }
      try {
        decode(round % 2 == 0, List.of(record, record));
      } catch (IOException e) {
        assertInstanceOf(MalformedException.class, e);
      }
    }
  }

  @Test
  void readsOnlyTheWantedFeatures() throws IOException {
    Features features =
        Features.newBuilder()
            .putFeature("a", feature(0))
            .putFeature("b", feature(1))
            .putFeature("c", feature(2))
            .build();
    byte[] record = Example.newBuilder().setFeatures(features).build().toByteArray();
    ExampleDecoder decoder = new ExampleDecoder(false, Set.of("b", "none"));
    decoder.add(record, 0, record.length);
    decoder.add(record, 0, record.length);
    assertEquals(Set.of("b"), decoder.finish().columns().keySet());
  }

  @Test
  void aFeatureOfTwoTypesIsNamed() throws IOException {
    byte[] first = hex("0a0c0a0a0a0161 12051a030a0107");
    byte[] second = hex("0a0c0a0a0a0161 12050a030a0107");
    ExampleDecoder decoder = new ExampleDecoder(false, null);
    decoder.add(first, 0, first.length);
    MalformedException e =
        assertThrows(MalformedException.class, () -> decoder.add(second, 0, second.length));
    assertEquals("the feature is of type bytes here, but was int64 before", e.getMessage());
    assertEquals("a", decoder.lastFeature());
  }

  @Test
  void bytesAreDictionaryCodedWhereTheyRepeat() throws IOException {
    List<byte[]> few = new ArrayList<>();
    List<byte[]> many = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      few.add(withText("v" + i % 7));
      many.add(withText("v" + i));
    }
    Column.Bytes repeated = (Column.Bytes) decode(false, few).column("t");
    Column.Bytes distinct = (Column.Bytes) decode(false, many).column("t");
    assertEquals(7, repeated.dictionary().size());
    assertEquals(5000, distinct.dictionary().size());
    assertTrue(repeated.layout().isScalar());
    for (int i = 0; i < 5000; i++) {
      assertEquals("v" + i % 7, repeated.dictionary().text(repeated.codes()[i]));
      assertEquals(i, distinct.codes()[i]);
      assertEquals("v" + i, distinct.dictionary().text(i));
    }
    assertNull(decode(false, few).column("none"));
  }

  private static byte[] withText(String text) {
    return Example.newBuilder()
        .setFeatures(
            Features.newBuilder()
                .putFeature(
                    "t",
                    Feature.newBuilder()
                        .setBytesList(
                            BytesList.newBuilder().addValue(ByteString.copyFromUtf8(text)))
                        .build()))
        .build()
        .toByteArray();
  }

  @Test
  void sizesOfVarintsAreThoseOfProtobuf() {
    for (int bit = 0; bit < 64; bit++) {
      long value = 1L << bit;
      assertEquals(CodedOutputStream.computeUInt64SizeNoTag(value), Wire.sizeOf(value));
      assertEquals(CodedOutputStream.computeUInt64SizeNoTag(value - 1), Wire.sizeOf(value - 1));
    }
    assertEquals(WireFormat.WIRETYPE_LENGTH_DELIMITED, Wire.LENGTH);
  }
}
