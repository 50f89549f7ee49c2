package dev.pipewright.pipeline;

import dev.pipewright.pipeline.ParameterValue.Fields;

/// A text that lies on the canvas.
///
/// @param id its name, unique among the notes
/// @param text what it says, in Markdown
/// @param area where it lies
/// @param other fields of the project file that this version does not know, to be written back
public record Note(String id, String text, Area area, Fields other) {

  /// A note with this text.
  public static Note of(String id, String text, Area area) {
    return new Note(id, text, area, Fields.EMPTY);
  }

  /// The same note with another text.
  public Note withText(String newText) {
    return new Note(id, newText, area, other);
  }

  /// The same note elsewhere, or of another size.
  public Note withArea(Area newArea) {
    return new Note(id, text, newArea, other);
  }
}
