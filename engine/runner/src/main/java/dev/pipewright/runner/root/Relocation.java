package dev.pipewright.runner.root;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds artifacts where a tree is now. Their URIs are absolute paths of the machine that made
/// them; in a tree that was moved or copied, they lie at the same place below its root.
final class Relocation {

  /// `<node>/<output>/<execution>`: what fewer names agree with may be another's.
  private static final int SURE = 3;

  private final Path folder;
  private final Set<Path> bases = new LinkedHashSet<>();
  private @Nullable Path from;
  private @Nullable Path to;

  Relocation(PipelineRoot root) {
    folder = root.folder();
    add(root.folder());
    Path store = root.store();
    add(store == null ? null : store.getParent());
    add(root.folder().getParent());
  }

  private void add(@Nullable Path base) {
    if (base != null) {
      bases.add(base);
      bases.add(base.resolve("pipeline_root"));
    }
  }

  /// Where an artifact is; empty when it is nowhere to be found.
  Optional<Path> find(String uri) {
    Path path = path(uri);
    if (path == null) {
      return Optional.empty();
    }
    if (path.startsWith(folder) && Files.exists(path)) {
      return Optional.of(path);
    }
    return moved(path, SURE)
        .or(() -> Optional.of(path).filter(Files::exists))
        .or(() -> moved(path, 2));
  }

  private Optional<Path> moved(Path path, int least) {
    if (from != null && to != null && path.startsWith(from)) {
      Path known = to.resolve(from.relativize(path));
      if (Files.exists(known)) {
        return Optional.of(known);
      }
    }
    int names = path.getNameCount();
    for (int length = names; length >= least; length--) {
      Path suffix = path.subpath(names - length, names);
      for (Path base : bases) {
        Path found = base.resolve(suffix);
        if (Files.exists(found)) {
          learn(path, names - length, base);
          return Optional.of(found);
        }
      }
    }
    return Optional.empty();
  }

  /// What was moved with one artifact was moved with most.
  private void learn(Path path, int prefix, Path base) {
    Path root = path.getRoot();
    if (prefix > 0 && root != null) {
      from = root.resolve(path.subpath(0, prefix));
      to = base;
    }
  }

  /// The last names of a URI; empty for one that is no path, or has fewer.
  static Optional<Path> suffix(String uri, int names) {
    Path path = path(uri);
    if (path == null || path.getNameCount() < names) {
      return Optional.empty();
    }
    return Optional.of(path.subpath(path.getNameCount() - names, path.getNameCount()));
  }

  /// A URI as a path. TFX writes plain paths; others are `gs://bucket/…`, whose names may have been
  /// copied here all the same.
  static @Nullable Path path(String uri) {
    int scheme = uri.indexOf("://");
    try {
      Path path = Path.of(scheme < 0 ? uri : "/" + uri.substring(scheme + 3));
      return uri.isBlank() ? null : path.toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      return null;
    }
  }
}
