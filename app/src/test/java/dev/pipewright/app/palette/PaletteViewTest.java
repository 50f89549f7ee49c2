package dev.pipewright.app.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.app.components.Components;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class PaletteViewTest {

  private static final Components COMPONENTS = Components.load();

  private final List<String> added = new ArrayList<>();
  private final PaletteModel model = new PaletteModel();
  private Scene scene;

  @BeforeEach
  void show() {
    PaletteView view =
        Fx.call(() -> new PaletteView(model, spec -> added.add(spec.name()), new Drops()));
    Fx.run(() -> view.show(COMPONENTS));
    scene = Fx.show(view, 216, 700);
  }

  private ListView<?> list() {
    return (ListView<?>) Fx.call(() -> scene.lookup(".palette-list"));
  }

  private List<String> entries() {
    return Fx.call(
        () ->
            model.rows().stream()
                .filter(PaletteRow.Entry.class::isInstance)
                .map(row -> ((PaletteRow.Entry) row).spec().name())
                .toList());
  }

  @Test
  void listsEveryComponentOnceUnderItsCategory() {
    assertEquals(
        COMPONENTS.registry().specs().stream().map(ComponentSpec::name).sorted().toList(),
        entries().stream().sorted().toList());
  }

  @Test
  void addsTheComponentThatIsChosenByKeys(Hands hands) {
    Fx.run(() -> list().getSelectionModel().select(1));
    Fx.run(() -> list().requestFocus());
    hands.press(KeyCode.ENTER);
    assertEquals(entries().subList(0, 1), added);
    Fx.run(() -> list().getSelectionModel().select(0));
    int before = entries().size();
    hands.press(KeyCode.SPACE);
    assertTrue(entries().size() < before);
    assertEquals(1, added.size());
  }

  @Test
  void offersAWayBackWhereNothingMatches(Hands hands) {
    Fx.run(() -> model.filter().set("nothing like it"));
    Fx.settle();
    assertEquals(List.of(), entries());
    hands.click(Fx.call(() -> (Hyperlink) scene.lookup(".hyperlink")));
    assertEquals(COMPONENTS.registry().specs().size(), entries().size());
  }

  @Test
  void dropsAComponentWhereItIsDraggedTo(Hands hands) {
    Fx.run(() -> model.filter().set("pusher"));
    Fx.settle();
    Point2D row = Hands.pointIn(list(), 60, 14);
    hands.drag(row, row.add(20, 200));
    Point2D end = Fx.call(() -> scene.getRoot().screenToLocal(row.add(20, 200)));
    String drop = "drop " + (int) end.getX() + " " + (int) end.getY();
    assertEquals(List.of("begin", "over Pusher", drop), List.copyOf(drops));
    assertEquals(List.of(), added);
  }

  @Test
  void addsTheBestByEnterInTheFilter(Hands hands) {
    Fx.run(() -> scene.lookup(".palette .text-field").requestFocus());
    hands.type("tarin");
    hands.press(KeyCode.ENTER);
    assertEquals(List.of("Trainer"), added);
    hands.press(KeyCode.ESCAPE);
    assertEquals("", Fx.call(() -> model.filter().get()));
  }

  private final java.util.Set<String> drops = new java.util.LinkedHashSet<>();

  private final class Drops implements PaletteDrops {
    @Override
    public void begin(Runnable cancelled) {
      drops.add("begin");
    }

    @Override
    public void over(ComponentSpec spec, double sceneX, double sceneY) {
      drops.add("over " + spec.name());
    }

    @Override
    public void drop(double sceneX, double sceneY) {
      drops.add("drop " + (int) sceneX + " " + (int) sceneY);
    }
  }
}
