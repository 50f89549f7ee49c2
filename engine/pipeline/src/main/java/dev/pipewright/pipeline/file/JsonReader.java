package dev.pipewright.pipeline.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ProjectException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Reads strict JSON (RFC 8259): distinct keys, 64-bit numbers, 100 levels at most.
final class JsonReader {

  private static final String FIX = "Mend the file at this place, or go back to a copy of it.";

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(100).maxNumberLength(400).build())
          .build();

  private final JsonParser parser;
  private final @Nullable String name;

  private JsonReader(JsonParser parser, @Nullable String name) {
    this.parser = parser;
    this.name = name;
  }

  /// The JSON value that the whole text is.
  ///
  /// @param name the file's name for messages, or null
  /// @throws ProjectException when it is none
  static Json read(String text, @Nullable String name) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      return new JsonReader(parser, name).document();
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot fail to be read", e);
    }
  }

  private Json document() throws IOException {
    try {
      if (parser.nextToken() == null) {
        throw wrong("It is empty.");
      }
      Json json = value();
      if (parser.nextToken() != null) {
        throw wrong("There is something after the end of the JSON value.");
      }
      return json;
    } catch (JsonProcessingException e) {
      // A broken constraint, as on depth, comes without a place.
      JsonLocation at = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
      throw new ProjectException(
          "It is not valid JSON: " + reason(e) + ".",
          new Location(name, at.getLineNr(), at.getColumnNr(), null),
          FIX,
          e);
    }
  }

  /// What Jackson says, without the names of its settings that would allow it or show the source.
  private static String reason(JsonProcessingException e) {
    String line = e.getOriginalMessage().lines().findFirst().orElse("");
    return line.replaceAll("(, from|: enable) `[^`]*`( to allow)?", "")
        .replaceAll("\\[Source: .*; line: (\\d+), column: (\\d+)]", "line $1, column $2");
  }

  private Json value() throws IOException {
    JsonLocation at = parser.currentTokenLocation();
    int line = at.getLineNr();
    int column = at.getColumnNr();
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String key = parser.currentName();
          parser.nextToken();
          fields.put(key, value());
        }
        yield new Json.Obj(fields, line, column);
      }
      case START_ARRAY -> {
        List<Json> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(value());
        }
        yield new Json.Arr(items, line, column);
      }
      default -> new Json.Scalar(scalar(), line, column);
    };
  }

  private ParameterValue scalar() throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> ParameterValue.of(parser.getText());
      case VALUE_TRUE -> ParameterValue.of(true);
      case VALUE_FALSE -> ParameterValue.of(false);
      case VALUE_NULL -> ParameterValue.NULL;
      case VALUE_NUMBER_INT -> {
        if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
          throw wrong("The whole number " + parser.getText() + " has more than 64 bits.");
        }
        yield ParameterValue.of(parser.getLongValue());
      }
      case VALUE_NUMBER_FLOAT -> {
        double number = parser.getDoubleValue();
        if (!Double.isFinite(number)) {
          throw wrong("The number " + parser.getText() + " is too large.");
        }
        yield ParameterValue.of(number);
      }
      case END_ARRAY,
          END_OBJECT,
          FIELD_NAME,
          NOT_AVAILABLE,
          START_ARRAY,
          START_OBJECT,
          VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("not a scalar: " + parser.currentToken());
    };
  }

  private ProjectException wrong(String what) {
    JsonLocation at = parser.currentTokenLocation();
    return new ProjectException(
        what, new Location(name, at.getLineNr(), at.getColumnNr(), null), FIX);
  }
}
