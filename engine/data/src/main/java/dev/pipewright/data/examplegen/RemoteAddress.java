package dev.pipewright.data.examplegen;

import dev.pipewright.pipeline.Finding;
import dev.pipewright.pipeline.component.Parameters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Addresses of what is not on this machine, where TFX would read it.
final class RemoteAddress {

  private static final Pattern ADDRESS = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):/.*");

  private RemoteAddress() {}

  /// What is wrong with an input folder that is elsewhere.
  static Optional<Finding> problem(Parameters parameters) {
    return parameters.text(FileConversion.INPUT_BASE).flatMap(RemoteAddress::problem);
  }

  private static Optional<Finding> problem(String base) {
    Matcher address = ADDRESS.matcher(base);
    // One letter is a drive of Windows.
    if (!address.matches() || address.group(1).length() == 1) {
      return Optional.empty();
    }
    String scheme = address.group(1).toLowerCase(Locale.ROOT);
    return Optional.of(
        new Finding(
            FileConversion.INPUT_BASE,
            scheme + ": addresses are not supported here; files are read from local folders.",
            fix(scheme, base)));
  }

  private static String fix(String scheme, String base) {
    return switch (scheme) {
      case "gs" -> copy("gcloud storage cp -r " + base + " FOLDER");
      case "s3", "s3a", "s3n" ->
          copy("aws s3 cp --recursive " + base.replaceFirst("^[^:]*", "s3") + " FOLDER");
      case "hdfs" -> copy("hdfs dfs -get " + base + " FOLDER");
      case "bigquery", "bq" ->
          "Export the table to files (bq extract --destination_format=PARQUET), copy them to a local"
              + " folder, and name that; ParquetExampleGen and AvroExampleGen read them.";
      case "file" -> "Write the path of the folder without file:.";
      default -> "Copy the files to a local folder, and name that.";
    };
  }

  private static String copy(String command) {
    return "Copy the files to a local folder (" + command + "), and name that.";
  }
}
