package dev.pipewright.app.help;

import java.util.Optional;

/// What a page of help is about.
///
/// @param kind what sort of thing it is
/// @param name the component, the type, or the text of the guide; empty for the page about all
/// @param heading the part of the page; empty for its beginning
public record Topic(Kind kind, String name, String heading) {

  /// What sort of thing a page is about.
  public enum Kind {
    /// All components.
    INDEX,
    /// A component.
    COMPONENT,
    /// A type of artifacts.
    TYPE,
    /// A text of the guide.
    GUIDE,
    /// The keys of all actions.
    SHORTCUTS
  }

  /// The list of all components.
  public static final Topic HOME = new Topic(Kind.INDEX, "", "");

  /// The keys of all actions.
  public static final Topic SHORTCUTS = new Topic(Kind.SHORTCUTS, "", "");

  /// The page of a component.
  public static Topic component(String name) {
    return new Topic(Kind.COMPONENT, name, "");
  }

  /// A text of the guide, from a heading on.
  static Topic guide(Guide guide, String heading) {
    return new Topic(Kind.GUIDE, guide.name(), heading);
  }

  /// What a link on a page leads to: `component:Trainer`, `type:Examples`, `running.md`.
  static Optional<Topic> of(String address) {
    int colon = address.indexOf(':');
    String name = address.substring(colon + 1);
    return switch (colon < 0 ? "" : address.substring(0, colon)) {
      case "component" -> Optional.of(component(name));
      case "type" -> Optional.of(new Topic(Kind.TYPE, name, ""));
      default -> Guide.of(address).map(guide -> guide(guide, ""));
    };
  }
}
