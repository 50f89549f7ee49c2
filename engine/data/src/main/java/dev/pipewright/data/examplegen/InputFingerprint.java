package dev.pipewright.data.examplegen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// What TFX records of an ExampleGen's input as `input_fingerprint`: number, size and times of the
/// files of each split (`io_utils.generate_fingerprint`).
final class InputFingerprint {

  private InputFingerprint() {}

  static String of(String split, List<Path> files) throws IOException {
    long totalBytes = 0;
    long xor = 0;
    long sum = 0;
    for (Path file : files) {
      totalBytes += Files.size(file);
      long seconds = Files.getLastModifiedTime(file).to(TimeUnit.SECONDS);
      xor ^= seconds;
      sum += seconds;
    }
    return "split:%s,num_files:%d,total_bytes:%d,xor_checksum:%d,sum_checksum:%d"
        .formatted(split, files.size(), totalBytes, xor, sum);
  }
}
