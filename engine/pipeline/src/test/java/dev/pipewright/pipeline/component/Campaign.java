package dev.pipewright.pipeline.component;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.fail;

import dev.pipewright.pipeline.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Gives a reader files that are damaged at random. What comes of them must be rows or an
/// `EngineException`, within seconds. A few hundred in each build; `mvn -Pfuzz` goes on for as many
/// seconds as `-Dfuzz.seconds` says.
public final class Campaign {

  /// How many seconds a campaign goes on.
  private static final long SECONDS = Long.getLong("fuzz.seconds", 0);

  private static final int FEW = 300;
  private static final Duration LIMIT = Duration.ofSeconds(10);

  /// Reads a file.
  public interface Reader {
    /// Reads it to its end.
    void read(Path file) throws Exception;
  }

  private Campaign() {}

  /// Runs it.
  ///
  /// @param name the file's name
  /// @param whole files that can be read
  /// @return how many damaged files were told of
  public static int run(Path folder, String name, List<byte[]> whole, Reader reader)
      throws IOException {
    long end = System.nanoTime() + SECONDS * 1_000_000_000;
    long first = SECONDS == 0 ? 0 : System.currentTimeMillis() * 1000;
    int told = 0;
    long count = 0;
    for (; SECONDS == 0 ? count < FEW : System.nanoTime() < end; count++) {
      Random random = new Random(first + count);
      byte[] damaged = damage(whole.get(random.nextInt(whole.size())), whole, random);
      told += told(folder, name, damaged, first + count, reader) ? 1 : 0;
    }
    if (SECONDS > 0) {
      Files.writeString(
          Files.createDirectories(Path.of("target/fuzz")).resolve(name + ".txt"),
          "%,d files, %,d told of\n".formatted(count, told));
    }
    return told;
  }

  private static boolean told(Path folder, String name, byte[] damaged, long seed, Reader reader)
      throws IOException {
    Path file = Files.write(folder.resolve(name), damaged);
    try {
      assertTimeoutPreemptively(LIMIT, () -> reader.read(file));
      return false;
    } catch (EngineException e) {
      return true;
    } catch (Throwable e) {
      Path kept = Files.createDirectories(Path.of("target/fuzz")).resolve(seed + "-" + name);
      Files.write(kept, damaged);
      return fail(kept + " is not told of: " + e, e);
    }
  }

  /// A file with bytes changed, copied, taken out or put in.
  static byte[] damage(byte[] whole, List<byte[]> others, Random random) {
    byte[] damaged = whole.clone();
    for (int i = random.nextInt(4); i >= 0 && damaged.length > 0; i--) {
      int at = random.nextInt(damaged.length);
      int length = Math.min(damaged.length - at, 1 + random.nextInt(1 << random.nextInt(10)));
      damaged =
          switch (random.nextInt(9)) {
            case 0 -> Arrays.copyOf(damaged, at);
            case 1 -> join(damaged, at, new byte[0], at + length);
            case 2 -> join(damaged, at, Arrays.copyOfRange(damaged, at, at + length), at);
            case 3 -> {
              byte[] other = others.get(random.nextInt(others.size()));
              int from = random.nextInt(other.length);
              byte[] part = Arrays.copyOfRange(other, from, Math.min(other.length, from + length));
              yield join(damaged, at, part, Math.min(damaged.length, at + part.length));
            }
            case 4 -> {
              byte[] extreme = new byte[Math.min(length, 8)];
              Arrays.fill(extreme, (byte) (random.nextBoolean() ? -1 : 127));
              yield join(damaged, at, extreme, Math.min(damaged.length, at + extreme.length));
            }
            case 5 -> {
              damaged[at] ^= (byte) (1 << random.nextInt(8));
              yield damaged;
            }
            default -> {
              damaged[at] = (byte) random.nextInt();
              yield damaged;
            }
          };
    }
    return damaged;
  }

  private static byte[] join(byte[] source, int end, byte[] middle, int start) {
    byte[] joined = Arrays.copyOf(source, end + middle.length + source.length - start);
    System.arraycopy(middle, 0, joined, end, middle.length);
    System.arraycopy(source, start, joined, end + middle.length, source.length - start);
    return joined;
  }
}
