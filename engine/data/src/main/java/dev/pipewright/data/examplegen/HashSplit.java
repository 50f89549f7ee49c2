package dev.pipewright.data.examplegen;

import java.nio.ByteBuffer;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/// Which output split an example belongs to: the SHA-256 of its key, read as one big-endian
/// integer, modulo the sum of all hash buckets; the splits share the buckets in order. From TFX's
/// `base_example_gen_executor._PartitionFn`. Used by one thread at a time.
final class HashSplit {

  private final int[] bounds;
  private final MessageDigest sha256;
  private final byte[] digest = new byte[32];
  private final ByteBuffer words = ByteBuffer.wrap(digest);

  /// Splits with these numbers of buckets.
  HashSplit(List<Integer> hashBuckets) {
    bounds = hashBuckets.stream().mapToInt(Integer::intValue).toArray();
    Arrays.parallelPrefix(bounds, Math::addExact);
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// The split of the example whose key is the bytes of `data` from `start` to before `end`: its
  /// deterministic serialization, or that of the partition feature.
  int splitOf(byte[] data, int start, int end) {
    sha256.update(data, start, end - start);
    try {
      sha256.digest(digest, 0, digest.length);
    } catch (DigestException e) {
      throw new IllegalStateException("SHA-256 has 32 bytes", e);
    }
    long total = bounds[bounds.length - 1];
    long bucket = 0;
    for (int i = 0; i < digest.length; i += Integer.BYTES) {
      bucket = (bucket << 32 | words.getInt(i) & 0xffffffffL) % total;
    }
    int split = 0;
    while (bucket >= bounds[split]) {
      split++;
    }
    return split;
  }
}
