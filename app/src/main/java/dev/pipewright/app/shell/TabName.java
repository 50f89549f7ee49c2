package dev.pipewright.app.shell;

import dev.pipewright.app.run.ArtifactRow;
import dev.pipewright.nodes.Focus;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.component.ArtifactType;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What opens a tab again the next time, as a line of text: the path of a project or of an artifact
/// that was opened by itself; a project's path with what of it is shown, as
/// `p.pipewright#group=f1`; `#page=HELP` for a page of the workbench.
///
/// @param path null for a page
/// @param words what of the project it is
record TabName(Kind kind, @Nullable Path path, List<String> words) {

  private static final Pattern FORM =
      Pattern.compile("(.*)#(group|again|artifact|page)=([^#]+)", Pattern.DOTALL);
  private static final int WORDS_OF_ARTIFACT = 6;
  private static final String POINTS = "points";

  /// What kinds of tabs there are.
  enum Kind {
    /// What a path alone names.
    PATH,
    /// A group of a project.
    GROUP,
    /// A project that is shown once more.
    AGAIN,
    /// An artifact of a project's run.
    ARTIFACT,
    /// A page of the workbench.
    PAGE
  }

  TabName {
    words = List.copyOf(words);
  }

  /// The name of a tab; empty for one that cannot be opened again.
  static Optional<String> of(Tab tab) {
    PipelineTab project = tab.pipeline();
    Path path = project == null ? tab.path() : project.origin();
    if (path == null) {
      return tab instanceof Tab.Own own
          ? Optional.of(text("", Kind.PAGE, own.kind()))
          : Optional.empty();
    }
    return switch (tab) {
      case PipelineTab _, Tab.Outside _ -> Optional.of(path.toString());
      case Tab.Again again -> Optional.of(text(path, Kind.AGAIN, again.number()));
      case Tab.Part part -> Optional.of(text(path, Kind.GROUP, part.frame()));
      case Tab.Viewer viewer -> Optional.of(text(path, viewer.artifact(), viewer.focus()));
      case Tab.Own _, Tab.Page _ -> Optional.empty();
    };
  }

  private static String text(Path project, ArtifactRow row, Focus focus) {
    String name =
        text(
            project,
            Kind.ARTIFACT,
            row.id(),
            row.node(),
            row.port(),
            row.type(),
            row.folder(),
            row.run());
    return focus instanceof Focus.Points ? name + "&" + POINTS : name;
  }

  private static String text(Object path, Kind kind, Object... words) {
    return Stream.of(words)
        .map(word -> URLEncoder.encode(word.toString(), StandardCharsets.UTF_8))
        .collect(
            Collectors.joining("&", path + "#" + kind.name().toLowerCase(Locale.ROOT) + "=", ""));
  }

  /// What a name says; empty for one that no version writes.
  static Optional<TabName> parse(String name) {
    Matcher form = FORM.matcher(name);
    try {
      if (!form.matches()) {
        return name.isEmpty()
            ? Optional.empty()
            : Optional.of(new TabName(Kind.PATH, Path.of(name), List.of()));
      }
      Kind kind = Kind.valueOf(form.group(2).toUpperCase(Locale.ROOT));
      List<String> words =
          Arrays.stream(form.group(3).split("&"))
              .map(word -> URLDecoder.decode(word, StandardCharsets.UTF_8))
              .toList();
      return Optional.of(
          new TabName(kind, kind == Kind.PAGE ? null : Path.of(form.group(1)), words));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// What of an artifact is shown: all of it, as a table or as points.
  Focus focus() {
    return words.size() > WORDS_OF_ARTIFACT && words.getLast().equals(POINTS)
        ? new Focus.Points(List.of(), "")
        : Focus.WHOLE;
  }

  /// The artifact that is named; empty where none is. Its size and time are not known.
  Optional<ArtifactRow> artifact() {
    if (kind != Kind.ARTIFACT || words.size() < WORDS_OF_ARTIFACT) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ArtifactRow(
              Long.parseLong(words.get(0)),
              new NodeId(words.get(1)),
              words.get(2),
              new ArtifactType(words.get(3)),
              Path.of(words.get(4)),
              -1,
              Instant.EPOCH,
              Integer.parseInt(words.get(5))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
