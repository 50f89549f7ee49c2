package dev.pipewright.nodes.viewer;

import dev.pipewright.nodes.ArtifactViewer;
import dev.pipewright.pipeline.component.ArtifactType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// What lies in an artifact's folder, for types that have no viewer of their own: its files, and
/// the text of one that is text.
///
/// @param type what it shows
public record FilesViewer(ArtifactType type) implements ArtifactViewer {

  private static final int MOST_FILES = 5_000;
  private static final int MOST_TEXT = 200_000;

  /// A file of the artifact.
  ///
  /// @param name relative to the artifact's folder
  record Entry(Path path, String name, long bytes) {}

  @Override
  public String icon() {
    return "mdi2f-folder-outline";
  }

  @Override
  public Region view(Path folder) {
    return new ArtifactView<>(folder, FilesViewer::read, FilesViewer::content);
  }

  static List<Entry> read(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> files = all.filter(Files::isRegularFile).limit(MOST_FILES).sorted().toList();
      List<Entry> entries = new java.util.ArrayList<>();
      for (Path file : files) {
        String name =
            file.equals(folder)
                ? file.getFileName().toString()
                : folder.relativize(file).toString();
        entries.add(new Entry(file, name, Files.size(file)));
      }
      return List.copyOf(entries);
    }
  }

  private static Region content(List<Entry> entries) {
    if (entries.isEmpty()) {
      return ArtifactView.empty(
          "mdi2f-folder-outline", Messages.text("files.none"), Messages.text("files.none.line"));
    }
    TableView<Entry> table = new TableView<>();
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
    TableColumn<Entry, String> name = new TableColumn<>(Messages.text("files.name"));
    name.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue().name()));
    TableColumn<Entry, Long> size = new TableColumn<>(Messages.text("files.bytes"));
    size.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue().bytes()));
    size.getStyleClass().add("num");
    size.setMaxWidth(120);
    table.getColumns().add(name);
    table.getColumns().add(size);
    table.getItems().setAll(entries);
    table.setAccessibleText(Messages.text("files"));
    TextArea text = new TextArea();
    text.setEditable(false);
    text.getStyleClass().add("mono");
    text.setAccessibleText(Messages.text("files.text"));
    table.getSelectionModel().selectedItemProperty().subscribe(entry -> text.setText(text(entry)));
    table.getSelectionModel().selectFirst();
    SplitPane split = new SplitPane(table, text);
    split.setDividerPositions(0.4);
    return split;
  }

  private static String text(@Nullable Entry entry) {
    if (entry == null) {
      return "";
    }
    try {
      return head(entry.path()).orElse(Messages.text("files.binary"));
    } catch (IOException e) {
      return Messages.text("files.unreadable", String.valueOf(e.getMessage()));
    }
  }

  /// The beginning of a file as text; empty for one that is none.
  static Optional<String> head(Path file) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST_TEXT);
    }
    try {
      int end = bytes.length < MOST_TEXT ? bytes.length : whole(bytes);
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, end)).toString();
      return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /// How many bytes there are before the last character beyond ASCII that ends them: the limit may
  /// have cut it.
  private static int whole(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && (bytes[end - 1] & 0xc0) == 0x80) {
      end--;
    }
    return end > 0 && (bytes[end - 1] & 0x80) != 0 ? end - 1 : end;
  }
}
