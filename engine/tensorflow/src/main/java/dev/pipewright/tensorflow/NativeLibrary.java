package dev.pipewright.tensorflow;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;

/// Where TensorFlow's shared library comes from, and whether JavaCPP has unpacked it.
///
/// @param sizeBytes the size of the library unpacked
/// @param cached where JavaCPP unpacks it
record NativeLibrary(long sizeBytes, Path cached) {

  private static final List<String> FILES =
      List.of("libtensorflow_cc.so.2", "libtensorflow_cc.2.dylib", "tensorflow.dll");

  /// The library on the class path, if there is one in a jar.
  static Optional<NativeLibrary> find() {
    String platform = Loader.getPlatform();
    for (String extension : List.of("-gpu", "")) {
      for (String file : FILES) {
        String resource = "org/tensorflow/internal/c_api/" + platform + extension + "/" + file;
        URL url = NativeLibrary.class.getClassLoader().getResource(resource);
        if (url != null && url.getProtocol().equals("jar")) {
          return Optional.of(inJar(url));
        }
      }
    }
    return Optional.empty();
  }

  private static NativeLibrary inJar(URL url) {
    try {
      JarURLConnection connection = (JarURLConnection) url.openConnection();
      String jar = new File(connection.getJarFileURL().getPath()).getName();
      Path cached = Loader.getCacheDir().toPath().resolve(jar).resolve(connection.getEntryName());
      return new NativeLibrary(connection.getJarEntry().getSize(), cached);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Bytes of it that are in the cache folder.
  long unpackedBytes() {
    try {
      return Files.exists(cached) ? Files.size(cached) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether loading will unpack it first, which takes about ten seconds.
  boolean needsUnpacking() {
    return unpackedBytes() != sizeBytes;
  }
}
