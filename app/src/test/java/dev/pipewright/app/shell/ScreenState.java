package dev.pipewright.app.shell;

/// Something that is to be seen of the workbench.
///
/// @param name of its pictures
/// @param hold whether it stays when the window gets another look; what pops up does not
/// @param way how a person comes there
record ScreenState(String name, Hold hold, Way way) {

  /// Whether a state outlives another size of its window.
  enum Hold {
    STAYS,
    GOES
  }

  /// What a person does.
  interface Way {
    void lead(Visit visit) throws Exception;
  }

  static ScreenState of(String name, Way way) {
    return new ScreenState(name, Hold.STAYS, way);
  }

  static ScreenState popup(String name, Way way) {
    return new ScreenState(name, Hold.GOES, way);
  }

  @Override
  public String toString() {
    return name;
  }
}
