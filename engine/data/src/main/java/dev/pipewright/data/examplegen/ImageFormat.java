package dev.pipewright.data.examplegen;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The formats of images that TensorFlow decodes, and WebP.
enum ImageFormat {
  JPEG,
  PNG,
  GIF,
  BMP,
  WEBP;

  /// The format that an image's first bytes tell.
  static Optional<ImageFormat> of(byte[] image) {
    return Arrays.stream(values()).filter(format -> format.fits(image)).findFirst();
  }

  private boolean fits(byte[] image) {
    return switch (this) {
      case JPEG -> has(image, 0, "\u00ff\u00d8\u00ff");
      case PNG -> has(image, 0, "\u0089PNG\r\n\u001a\n");
      case GIF -> has(image, 0, "GIF87a") || has(image, 0, "GIF89a");
      case BMP -> has(image, 0, "BM");
      case WEBP -> has(image, 0, "RIFF") && has(image, 8, "WEBP");
    };
  }

  private static boolean has(byte[] image, int at, String magic) {
    for (int i = 0; i < magic.length(); i++) {
      if (at + i >= image.length || (image[at + i] & 0xff) != magic.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// Its name in the feature image/format.
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
