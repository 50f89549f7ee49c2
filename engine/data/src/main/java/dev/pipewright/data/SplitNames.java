package dev.pipewright.data;

import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.Location;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The property `split_names` of an Examples artifact: a JSON list as text, as TFX's
/// `artifact_utils.encode_split_names` writes it. A split's name is letters, digits, `_`, `-`, `.`.
public final class SplitNames {

  private static final Pattern VALID = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*");
  private static final Pattern ITEM = Pattern.compile("\\G\\s*\"([^\"\\\\]*)\"\\s*(,|$)");

  private SplitNames() {}

  /// Whether this can name a split.
  public static boolean isValid(String name) {
    return VALID.matcher(name).matches();
  }

  /// `["train", "eval"]` for train and eval.
  public static String format(List<String> names) {
    return names.stream().map(n -> '"' + n + '"').collect(Collectors.joining(", ", "[", "]"));
  }

  /// The names in a property of the artifact at `uri`.
  ///
  /// @throws ArtifactException when the property is no list of names
  public static List<String> parse(String property, Path uri) {
    String text = property.strip();
    List<String> names = new ArrayList<>();
    if (text.startsWith("[") && text.endsWith("]")) {
      String items = text.substring(1, text.length() - 1);
      Matcher matcher = ITEM.matcher(items);
      int end = 0;
      while (end < items.length() && matcher.find()) {
        names.add(matcher.group(1));
        end = matcher.end();
      }
      if (end == items.length() && !names.isEmpty()) {
        return names;
      }
    }
    throw new ArtifactException(
        "The artifact's property split_names is no list of names: " + property + ".",
        Location.of(uri),
        "Run the node that makes the examples again.");
  }
}
