package dev.pipewright.data.avro;

import dev.pipewright.data.FeatureBuilder;
import dev.pipewright.data.FeatureBuilder.Kind;
import dev.pipewright.data.avro.AvroSchema.Primitive;
import dev.pipewright.data.avro.AvroSchema.Struct;
import dev.pipewright.data.binary.ByteCursor;
import dev.pipewright.data.binary.DamagedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Puts the fields of records into features: whole numbers, booleans, dates and times into int64
/// lists, numbers with fractions into float lists, texts, bytes and enums into bytes lists. A null
/// is a missing value. A record within has features named `record.field`, a map `map.key` and
/// `map.value`.
final class RecordReader {

  /// Reads a value.
  private interface Part {
    void read(ByteCursor in) throws IOException;
  }

  /// Why a field cannot become a feature.
  static final class UnfitException extends Exception {
    private static final long serialVersionUID = 1L;

    UnfitException(String feature, String problem) {
      super("The column %s %s, which no feature can have.".formatted(feature, problem));
    }
  }

  private static final int MAX_DEPTH = 200;

  private final SequencedMap<String, FeatureBuilder> features = new LinkedHashMap<>();
  private final Map<String, Part> skipped = new HashMap<>();
  private final Part record;
  private int depth;

  /// A reader of the columns whose names are wanted; a column is a field of the record, with all
  /// that is within it.
  RecordReader(Struct schema, Predicate<String> isWanted) throws UnfitException {
    // So that records within, which are of the same type again, can be skipped.
    skip(schema);
    List<Part> parts = new ArrayList<>();
    for (AvroSchema.Field field : schema.fields()) {
      parts.add(
          isWanted.test(field.name())
              ? part(field.name(), field.type(), false, false)
              : skip(field.type()));
    }
    this.record = all(parts);
  }

  /// The features, in the order of the fields.
  SequencedMap<String, FeatureBuilder> features() {
    return features;
  }

  /// Reads a record as a row.
  void read(ByteCursor in) throws IOException {
    record.read(in);
    features.values().forEach(FeatureBuilder::endRow);
  }

  private static Part all(List<Part> parts) {
    return in -> {
      for (Part part : parts) {
        part.read(in);
      }
    };
  }

  private FeatureBuilder feature(String name, Kind kind) throws UnfitException {
    FeatureBuilder builder = features.computeIfAbsent(name, n -> new FeatureBuilder(kind));
    if (builder.kind() != kind) {
      throw new UnfitException(name, "has values of several types");
    }
    return builder;
  }

  private Part part(String name, AvroSchema schema, boolean inList, boolean isWidened)
      throws UnfitException {
    return switch (schema) {
      case Primitive primitive -> primitive(name, primitive, isWidened);
      case AvroSchema.Decimal unread -> throw new UnfitException(name, "has decimals in bytes");
      case AvroSchema.Fixed(int size) -> {
        FeatureBuilder target = feature(name, Kind.BYTES);
        yield in -> addBytes(in, size, target);
      }
      case AvroSchema.Symbols(var symbols) -> symbols(feature(name, Kind.BYTES), symbols);
      case AvroSchema.Array(var items) -> {
        requireNoList(name, inList);
        yield blocks(part(name, items, true, isWidened));
      }
      case AvroSchema.MapOf(var values) -> {
        requireNoList(name, inList);
        Part key = part(name + ".key", Primitive.STRING, true, false);
        yield blocks(all(List.of(key, part(name + ".value", values, true, false))));
      }
      case AvroSchema.Union(var branches) -> union(name, branches, inList);
      case AvroSchema.Reference unread ->
          throw new UnfitException(name, "has records in themselves");
      case Struct struct -> struct(name, struct, inList);
    };
  }

  private static void requireNoList(String name, boolean inList) throws UnfitException {
    if (inList) {
      throw new UnfitException(name, "has lists in lists");
    }
  }

  private Part struct(String name, Struct struct, boolean inList) throws UnfitException {
    List<Part> parts = new ArrayList<>();
    for (AvroSchema.Field field : struct.fields()) {
      String feature = name + "." + field.name();
      if (features.containsKey(feature)) {
        throw new UnfitException(feature, "is there twice");
      }
      parts.add(part(feature, field.type(), inList, false));
    }
    return all(parts);
  }

  private Part union(String name, List<AvroSchema> branches, boolean inList) throws UnfitException {
    boolean isWidened = branches.contains(Primitive.FLOAT) || branches.contains(Primitive.DOUBLE);
    List<Part> parts = new ArrayList<>();
    for (AvroSchema branch : branches) {
      parts.add(part(name, branch, inList, isWidened));
    }
    return choice(parts);
  }

  private static Part choice(List<Part> parts) {
    return in -> {
      long index = in.zigzag();
      if (index < 0 || index >= parts.size()) {
        throw new DamagedException("a value is of none of its types");
      }
      parts.get((int) index).read(in);
    };
  }

  private Part primitive(String name, Primitive type, boolean isWidened) throws UnfitException {
    return switch (type) {
      case NULL -> in -> {};
      case BOOLEAN -> {
        FeatureBuilder target = feature(name, isWidened ? Kind.FLOAT : Kind.INT64);
        yield in -> addInteger(in.octet(), target);
      }
      case INT, LONG -> {
        FeatureBuilder target = feature(name, isWidened ? Kind.FLOAT : Kind.INT64);
        yield in -> addInteger(in.zigzag(), target);
      }
      case FLOAT -> {
        FeatureBuilder target = feature(name, Kind.FLOAT);
        yield in -> target.add(Float.intBitsToFloat(in.int32()));
      }
      case DOUBLE -> {
        FeatureBuilder target = feature(name, Kind.FLOAT);
        yield in -> target.add((float) Double.longBitsToDouble(in.int64()));
      }
      case BYTES, STRING -> {
        FeatureBuilder target = feature(name, Kind.BYTES);
        yield in -> addBytes(in, in.zigzag(), target);
      }
    };
  }

  private static void addInteger(long value, FeatureBuilder target) {
    if (target.kind() == Kind.FLOAT) {
      target.add((float) value);
    } else {
      target.add(value);
    }
  }

  private static void addBytes(ByteCursor in, long size, FeatureBuilder target)
      throws DamagedException {
    int start = in.skip(size);
    target.add(in.data(), start, start + (int) size);
  }

  private static Part symbols(FeatureBuilder target, List<String> symbols) {
    List<byte[]> texts = symbols.stream().map(s -> s.getBytes(StandardCharsets.UTF_8)).toList();
    return in -> {
      long index = in.zigzag();
      if (index < 0 || index >= texts.size()) {
        throw new DamagedException("a value is none of its symbols");
      }
      byte[] text = texts.get((int) index);
      target.add(text, 0, text.length);
    };
  }

  /// The items of an array or a map.
  private static Part blocks(Part item) {
    return in -> {
      for (long count = in.zigzag(); count != 0; count = in.zigzag()) {
        if (count < 0) {
          in.zigzag();
          count = -count;
        }
        // Each item has a byte or more.
        if (count < 0 || count > in.remaining()) {
          throw new DamagedException("a list is longer than its block");
        }
        for (long i = 0; i < count; i++) {
          item.read(in);
        }
      }
    };
  }

  /// Reads a value and forgets it.
  private Part skip(AvroSchema schema) {
    return switch (schema) {
      case Primitive primitive ->
          switch (primitive) {
            case NULL -> in -> {};
            case BOOLEAN -> in -> in.octet();
            case INT, LONG -> in -> in.zigzag();
            case FLOAT -> in -> in.int32();
            case DOUBLE -> in -> in.int64();
            case BYTES, STRING -> in -> in.skip(in.zigzag());
          };
      case AvroSchema.Decimal(var stored) -> skip(stored);
      case AvroSchema.Fixed(int size) -> in -> in.skip(size);
      case AvroSchema.Symbols unread -> in -> in.zigzag();
      case AvroSchema.Array(var items) -> blocks(skip(items));
      case AvroSchema.MapOf(var values) ->
          blocks(all(List.of(skip(Primitive.STRING), skip(values))));
      case AvroSchema.Union(var branches) -> choice(branches.stream().map(this::skip).toList());
      case AvroSchema.Reference(String name) -> in -> deeper(skipped.get(name), in);
      case Struct(String name, var fields) -> {
        Part all = all(fields.stream().map(field -> skip(field.type())).toList());
        skipped.put(name, all);
        yield all;
      }
    };
  }

  private void deeper(@Nullable Part part, ByteCursor in) throws IOException {
    if (part == null || ++depth > MAX_DEPTH) {
      throw new DamagedException("its records are nested too deeply");
    }
    part.read(in);
    depth--;
  }
}
