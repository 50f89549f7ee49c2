package dev.pipewright.packaging;

import java.util.Locale;
import java.util.regex.Pattern;

/// The systems that installers are made for, each on a machine of its own kind. Linux is tested;
/// macOS and Windows are written to jpackage's manual and have never run.
enum OperatingSystem {
  /// An app image and a `.deb`.
  LINUX("Linux", Pattern.compile(".*\\.so(\\.\\d+)*"), "png"),
  /// A `.dmg`.
  MACOS("Mac", Pattern.compile(".*\\.dylib"), "icns"),
  /// An `.msi`; jpackage needs WiX for it.
  WINDOWS("Windows", Pattern.compile(".*\\.dll"), "ico");

  private final String sqliteFolder;
  private final Pattern library;
  private final String iconType;

  OperatingSystem(String sqliteFolder, Pattern library, String iconType) {
    this.sqliteFolder = sqliteFolder;
    this.library = library;
    this.iconType = iconType;
  }

  /// The system this JVM runs on.
  static OperatingSystem current() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return WINDOWS;
    }
    return name.startsWith("mac") ? MACOS : LINUX;
  }

  /// Whether a file of this name is a native library of this system.
  boolean isLibrary(String file) {
    return library.matcher(file).matches();
  }

  /// Where sqlite-jdbc keeps the library for this system and processor.
  String sqliteEntries() {
    String processor = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
    return "org/sqlite/native/" + sqliteFolder + "/" + processor + "/";
  }

  /// The type of icon that jpackage takes.
  String iconType() {
    return iconType;
  }

  /// What jpackage makes of the image; a `.deb` is [DebianPackage]'s.
  String installerType() {
    return switch (this) {
      case LINUX -> "deb";
      case MACOS -> "dmg";
      case WINDOWS -> "msi";
    };
  }

  /// The image's folders under its own; macOS has them in a bundle.
  String contents() {
    return switch (this) {
      case LINUX -> "lib";
      case MACOS -> "Contents";
      case WINDOWS -> "";
    };
  }
}
