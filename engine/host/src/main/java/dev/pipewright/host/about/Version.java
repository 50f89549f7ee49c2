package dev.pipewright.host.about;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/// Which version of Pipewright this is.
public final class Version {

  private Version() {}

  /// The version, as `0.1.0-SNAPSHOT`.
  public static String text() {
    Properties properties = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }

  /// Tells picocli.
  public static final class Provider implements IVersionProvider {

    /// Made by picocli.
    public Provider() {}

    @Override
    public String[] getVersion() {
      return new String[] {"pipewright " + text()};
    }
  }
}
