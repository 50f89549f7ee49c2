package dev.pipewright.app.settings;

import dev.pipewright.app.settings.Setting.Section;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Bool;
import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.ParameterValue.Items;
import dev.pipewright.pipeline.ParameterValue.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;

/// What a person has chosen in the settings, and may choose. What a newer version keeps in the file
/// stays there. JavaFX thread only.
public final class Preferences {

  /// The language of the system.
  public static final String SYSTEM = "system";

  private static final String KEYS = "keys";
  private static final String TOUR = "tour.known";
  private static final String FIELD = "preferences";
  private static final Kind<Boolean> SWITCH = new Kind.Switch();

  private final Setting<String> theme;
  private final Setting<Integer> scale;
  private final Setting<String> language;
  private final Setting<Boolean> autosave;
  private final Setting<Integer> autosaveSeconds;
  private final Setting<Boolean> snap;
  private final Setting<Boolean> animations;
  private final Setting<String> device;
  private final Setting<Integer> memory;
  private final Setting<Integer> threads;
  private final List<Setting<?>> all = new ArrayList<>();
  private final ObjectProperty<Map<String, List<String>>> keys =
      new SimpleObjectProperty<>(Map.of());
  private final BooleanProperty knowsTour = new SimpleBooleanProperty();
  private final List<String> broken = new ArrayList<>();
  private final Fields more;

  /// What these settings hold. What in them cannot be is as usual, and told by `broken`.
  public Preferences(Settings settings) {
    more = settings.more();
    theme =
        add(
            "theme",
            Section.APPEARANCE,
            new Kind.Choice(
                Arrays.stream(Settings.Appearance.values()).map(Enum::name).toList().reversed()),
            Settings.DEFAULT.appearance().name());
    scale = add("scale", Section.APPEARANCE, new Kind.Whole(80, 200, 10, "%", ""), 100);
    language = add("language", Section.APPEARANCE, new Kind.Language(), SYSTEM);
    autosave = add("autosave", Section.EDITING, SWITCH, false);
    autosaveSeconds =
        add("autosave.seconds", Section.EDITING, new Kind.Whole(1, 3600, 5, "s", ""), 10);
    snap = add("snap", Section.EDITING, SWITCH, true);
    animations = add("animations", Section.EDITING, SWITCH, true);
    device = add("device", Section.ENGINE, new Kind.Choice(List.of("auto", "cpu")), "auto");
    memory =
        add(
            "memory",
            Section.ENGINE,
            new Kind.Whole(512, 4_000_000, 512, "MB", "memory.automatic"),
            0);
    threads =
        add("threads", Section.ENGINE, new Kind.Whole(1, 1024, 1, "", "threads.automatic"), 0);
    read(more.get(FIELD).orElse(Fields.EMPTY));
    theme.value().set(settings.appearance().name());
  }

  private <T> Setting<T> add(String id, Section section, Kind<T> kind, T usual) {
    Setting<T> setting = new Setting<>(id, section, kind, usual);
    all.add(setting);
    return setting;
  }

  private void read(ParameterValue kept) {
    if (!(kept instanceof Fields fields)) {
      broken.add(FIELD);
      return;
    }
    for (Setting<?> setting : all) {
      read(setting, fields);
    }
    fields.get(TOUR).ifPresent(value -> knowsTour.set(value.equals(new Bool(true))));
    try {
      fields.get(KEYS).ifPresent(value -> keys.set(keys(value)));
    } catch (IllegalArgumentException e) {
      broken.add(KEYS);
    }
  }

  private <T> void read(Setting<T> setting, Fields fields) {
    try {
      fields.get(setting.id()).ifPresent(it -> setting.value().set(setting.kind().read(it)));
    } catch (IllegalArgumentException e) {
      broken.add(setting.name());
    }
  }

  private static Map<String, List<String>> keys(ParameterValue value) {
    if (!(value instanceof Fields(SequencedMap<String, ParameterValue> actions))) {
      throw new IllegalArgumentException("not keys of actions: " + value);
    }
    Map<String, List<String>> keys = new TreeMap<>();
    actions.forEach((action, each) -> keys.put(action, combinations(each)));
    return keys;
  }

  private static List<String> combinations(ParameterValue value) {
    if (!(value instanceof Items(List<ParameterValue> items))) {
      throw new IllegalArgumentException("not keys: " + value);
    }
    return items.stream()
        .map(
            item -> {
              if (item instanceof Text(String text)) {
                return text;
              }
              throw new IllegalArgumentException("not a key: " + item);
            })
        .toList();
  }

  /// All that the settings file is to keep beside the window: what was changed, and what a newer
  /// version had put there.
  public Fields write() {
    Fields kept = more.get(FIELD).orElse(Fields.EMPTY) instanceof Fields it ? it : Fields.EMPTY;
    for (Setting<?> setting : all) {
      kept = write(setting, kept);
    }
    kept = knowsTour.get() ? kept.with(TOUR, new Bool(true)) : kept.without(TOUR);
    SequencedMap<String, ParameterValue> actions = new LinkedHashMap<>();
    new TreeMap<>(keys.get())
        .forEach(
            (action, each) ->
                actions.put(
                    action, new Items(each.stream().<ParameterValue>map(Text::new).toList())));
    kept = actions.isEmpty() ? kept.without(KEYS) : kept.with(KEYS, new Fields(actions));
    return kept.values().isEmpty() ? more.without(FIELD) : more.with(FIELD, kept);
  }

  private <T> Fields write(Setting<T> setting, Fields kept) {
    boolean isOwn = setting != theme && !setting.get().equals(setting.usual());
    return isOwn
        ? kept.with(setting.id(), setting.kind().write(setting.get()))
        : kept.without(setting.id());
  }

  /// Has it told, until it is unsubscribed, that something else was chosen.
  public Subscription subscribe(Runnable changed) {
    Subscription both = keys.subscribe(changed).and(knowsTour.subscribe(changed));
    return all.stream()
        .map(setting -> setting.value().subscribe(changed))
        .reduce(both, Subscription::and);
  }

  /// What in the file could not be, in words.
  public List<String> broken() {
    return List.copyOf(broken);
  }

  /// All settings, in the order of the page.
  public List<Setting<?>> all() {
    return List.copyOf(all);
  }

  /// How the window looks: the name of an `Appearance`.
  public Setting<String> theme() {
    return theme;
  }

  /// How large everything is, in percent.
  public Setting<Integer> scale() {
    return scale;
  }

  /// The language of all texts, or `SYSTEM`.
  public Setting<String> language() {
    return language;
  }

  /// Whether projects are saved by themselves.
  public Setting<Boolean> autosave() {
    return autosave;
  }

  /// How long after a change.
  public Setting<Integer> autosaveSeconds() {
    return autosaveSeconds;
  }

  /// Whether what is dragged snaps.
  public Setting<Boolean> snap() {
    return snap;
  }

  /// Whether nodes glide to their places.
  public Setting<Boolean> animations() {
    return animations;
  }

  /// Where TensorFlow computes.
  public Setting<String> device() {
    return device;
  }

  /// How many megabytes the engine's heap may have; 0 for what Java takes.
  public Setting<Integer> memory() {
    return memory;
  }

  /// How many cores the engine computes on; 0 for all.
  public Setting<Integer> threads() {
    return threads;
  }

  /// Keys of actions that are not the usual ones, by the actions' ids.
  public ObjectProperty<Map<String, List<String>>> keys() {
    return keys;
  }

  /// Whether the first tour was taken or declined.
  public BooleanProperty knowsTour() {
    return knowsTour;
  }

  /// What the engine may take.
  public EngineLimits limits() {
    return new EngineLimits(device.get().equals("cpu"), memory.get(), threads.get());
  }
}
