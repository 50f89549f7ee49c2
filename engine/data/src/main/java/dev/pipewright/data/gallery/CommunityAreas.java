package dev.pipewright.data.gallery;

import java.util.Map;
import java.util.random.RandomGenerator;

/// The 77 community areas of Chicago as the generator sees them: a few that most trips touch, at
/// about their real centres, and the others strewn over the city.
final class CommunityAreas {

  /// A point where trips start or end: the table gives centres of areas and tracts, never an
  /// address.
  record Place(int area, long tract, double latitude, double longitude) {}

  private static final int AREAS = 77;
  private static final int PLACES_PER_AREA = 4;

  private record Centre(double weight, double latitude, double longitude) {}

  private static final Map<Integer, Centre> BUSY =
      Map.of(
          8, new Centre(0.350, 41.8996, -87.6333),
          32, new Centre(0.210, 41.8786, -87.6253),
          28, new Centre(0.100, 41.8740, -87.6635),
          6, new Centre(0.072, 41.9442, -87.6558),
          7, new Centre(0.055, 41.9227, -87.6495),
          76, new Centre(0.045, 41.9796, -87.9030),
          3, new Centre(0.030, 41.9658, -87.6558),
          24, new Centre(0.030, 41.9012, -87.6764),
          56, new Centre(0.018, 41.7926, -87.7697));

  private static final double OTHERS = 0.09;

  private final Place[] places = new Place[AREAS * PLACES_PER_AREA];
  private final Weighted shares;

  CommunityAreas() {
    double[] weights = new double[places.length];
    for (int area = 1; area <= AREAS; area++) {
      Centre centre = BUSY.getOrDefault(area, strewn(area));
      for (int k = 0; k < PLACES_PER_AREA; k++) {
        int index = (area - 1) * PLACES_PER_AREA + k;
        double spread = k * 0.0045;
        places[index] =
            new Place(
                area,
                17031000000L + area * 10000L + k * 500L + 100,
                round(centre.latitude + spread * Math.cos(2.4 * k)),
                round(centre.longitude + spread * Math.sin(2.4 * k)));
        weights[index] = centre.weight / (k + 1);
      }
    }
    shares = new Weighted(weights);
  }

  Place draw(RandomGenerator random) {
    return places[shares.draw(random)];
  }

  Place drawIn(int area, RandomGenerator random) {
    return places[(area - 1) * PLACES_PER_AREA + random.nextInt(PLACES_PER_AREA)];
  }

  /// Multiples of irrational steps fill the city evenly, and are the same every time.
  private static Centre strewn(int area) {
    double north = area * 0.6180339887 % 1;
    double east = area * 0.7548776662 % 1;
    return new Centre(OTHERS / (AREAS - BUSY.size()), 41.68 + 0.32 * north, -87.80 + 0.22 * east);
  }

  private static double round(double degrees) {
    return Math.round(degrees * 1e9) / 1e9;
  }
}
