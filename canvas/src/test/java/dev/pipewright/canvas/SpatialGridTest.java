package dev.pipewright.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpatialGridTest {

  private static final class Box extends SpatialGrid.Entry {
    private double x;
    private double y;
    private final double size;

    Box(Random random) {
      size = random.nextDouble() * 900;
      move(random);
    }

    void move(Random random) {
      x = random.nextDouble() * 6000 - 3000;
      y = random.nextDouble() * 6000 - 3000;
    }

    @Override
    double minX() {
      return x;
    }

    @Override
    double minY() {
      return y;
    }

    @Override
    double maxX() {
      return x + size;
    }

    @Override
    double maxY() {
      return y + size;
    }
  }

  @Test
  void findsWhatALookAtEverythingFinds() {
    Random random = new Random(11);
    SpatialGrid<Box> grid = new SpatialGrid<>();
    Set<Box> inside = new HashSet<>();
    List<Box> all = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      all.add(new Box(random));
    }
    for (int round = 0; round < 2000; round++) {
      Box box = all.get(random.nextInt(all.size()));
      if (random.nextInt(4) == 0) {
        grid.remove(box);
        inside.remove(box);
      } else {
        box.move(random);
        grid.put(box);
        inside.add(box);
      }
      if (round % 20 == 0) {
        double x = random.nextDouble() * 6000 - 3000;
        double y = random.nextDouble() * 6000 - 3000;
        List<Box> found = new ArrayList<>();
        grid.find(x, y, x + 700, y + 500, found);
        Set<Box> wanted = new HashSet<>(inside);
        wanted.removeIf(each -> !each.touches(x, y, x + 700, y + 500));
        assertEquals(wanted, new HashSet<>(found));
        assertEquals(wanted.size(), found.size());
      }
    }
  }
}
