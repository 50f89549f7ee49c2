package dev.pipewright.data.gallery;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.SplittableRandom;

/// A seeded generator of taxi trips with the columns, ranges, missing cells and skews of the
/// Chicago taxi table that TFX's example uses. No row is a real trip: places, distances, fares and
/// tips are drawn from simple rules whose constants were fitted to summary statistics of that
/// table.
///
/// The task that it poses is the same: will the tip be over 20 % of the fare? Cash trips record no
/// tip, most card trips do.
public final class SyntheticTaxiTrips {

  /// The columns, in the order of the table.
  public static final String HEADER =
      "pickup_community_area,fare,trip_start_month,trip_start_hour,trip_start_day,"
          + "trip_start_timestamp,pickup_latitude,pickup_longitude,dropoff_latitude,"
          + "dropoff_longitude,trip_miles,pickup_census_tract,dropoff_census_tract,payment_type,"
          + "company,trip_seconds,dropoff_community_area,tips";

  private static final LocalDateTime FIRST_DAY = LocalDateTime.of(2013, 1, 1, 0, 0);
  private static final int DAYS = 4 * 365 + 1;
  private static final double MILES_PER_DEGREE = 69.0;
  private static final double STREETS_PER_CROW = 1.3;

  /// Trips by hour of the day, midnight first: few before dawn, most in the evening.
  private static final Weighted HOURS =
      new Weighted(
          43, 36, 30, 24, 17, 13, 15, 23, 36, 45, 44, 45, 48, 49, 47, 46, 47, 53, 62, 67, 61, 57,
          54, 50);

  private static final String[] PAYMENT_TYPES = {
    "Cash", "Credit Card", "No Charge", "Unknown", "Dispute", "Pcard", "Prcard"
  };
  private static final Weighted PAYMENTS = new Weighted(6605, 3316, 54, 19, 3, 2, 1);

  private static final String[] COMPANIES = {
    "Lakeshore Cab Affiliation",
    "Blue Line Taxi Association",
    "Prairie Dispatch Services",
    "Windward Taxi Co.",
    "North Branch Management",
    "Calumet Cab Leasing",
    "Top Hat Cab Corp.",
    "Old Portage Taxi, Inc.",
    "Second City \"Elite\" Cabs",
  };
  private static final Weighted COMPANY_SHARES = new Weighted(526, 166, 111, 88, 56, 25, 13, 5, 3);

  private final SplittableRandom random;
  private final CommunityAreas areas = new CommunityAreas();
  private final StringBuilder row = new StringBuilder(256);

  private SyntheticTaxiTrips(long seed) {
    random = new SplittableRandom(seed);
  }

  /// Writes a header and `rows` trips as CSV. The same seed gives the same bytes.
  ///
  /// @throws IllegalArgumentException when `rows` is negative
  public static void write(OutputStream out, long rows, long seed) throws IOException {
    if (rows < 0) {
      throw new IllegalArgumentException("rows: " + rows);
    }
    var trips = new SyntheticTaxiTrips(seed);
    out.write((HEADER + "\n").getBytes(StandardCharsets.UTF_8));
    for (long i = 0; i < rows; i++) {
      out.write(trips.next().getBytes(StandardCharsets.UTF_8));
    }
  }

  private String next() {
    row.setLength(0);
    LocalDateTime start = start();
    CommunityAreas.Place pickup = areas.draw(random);
    CommunityAreas.Place dropoff =
        chance(0.42) ? areas.drawIn(pickup.area(), random) : areas.draw(random);
    double miles = miles(pickup, dropoff);
    long seconds = seconds(miles);
    double fare = fare(miles, seconds);
    int payment = PAYMENTS.draw(random);

    boolean isPickupKnown = !chance(0.00013);
    boolean isDropoffKnown = !chance(0.032);
    cell(isPickupKnown ? Integer.toString(pickup.area()) : "");
    cell(money(fare));
    cell(Integer.toString(start.getMonthValue()));
    cell(Integer.toString(start.getHour()));
    cell(Integer.toString(sundayFirst(start.getDayOfWeek())));
    cell(Long.toString(start.toEpochSecond(ZoneOffset.UTC)));
    place(pickup, isPickupKnown);
    place(dropoff, isDropoffKnown);
    cell(tenths(recordedMiles(miles)));
    cell(isPickupKnown && chance(0.00007) ? Long.toString(pickup.tract()) : "");
    cell(isDropoffKnown && !chance(0.26) ? Long.toString(dropoff.tract()) : "");
    cell(PAYMENT_TYPES[payment]);
    company();
    cell(chance(0.0004) ? "" : Long.toString(seconds));
    cell(isDropoffKnown && !chance(0.0016) ? Integer.toString(dropoff.area()) : "");
    row.append(money(tip(payment, fare, start.getHour()))).append('\n');
    return row.toString();
  }

  private LocalDateTime start() {
    return FIRST_DAY
        .plusDays(random.nextInt(DAYS))
        .plusHours(HOURS.draw(random))
        .plusMinutes(15L * random.nextInt(4));
  }

  private static int sundayFirst(DayOfWeek day) {
    return day.getValue() % 7 + 1;
  }

  private double miles(CommunityAreas.Place from, CommunityAreas.Place to) {
    double north = (to.latitude() - from.latitude()) * MILES_PER_DEGREE;
    double east =
        (to.longitude() - from.longitude())
            * MILES_PER_DEGREE
            * Math.cos(Math.toRadians(from.latitude()));
    return STREETS_PER_CROW * Math.hypot(north, east)
        + 0.4
        - 0.6 * Math.log1p(-random.nextDouble());
  }

  /// Meters of many cabs record no distance, and a broken one records nonsense.
  private double recordedMiles(double miles) {
    if (chance(0.32)) {
      return 0;
    }
    return chance(0.0001) ? 100 + 1600 * random.nextDouble() : miles;
  }

  private long seconds(double miles) {
    if (chance(0.00005)) {
      return 60L * random.nextInt(300, 1202);
    }
    double minutes = (2.5 + 2.6 * Math.pow(miles, 0.9)) * (0.7 + 0.7 * random.nextDouble());
    return chance(0.012) ? 0 : 60 * Math.round(minutes);
  }

  private double fare(double miles, long seconds) {
    if (chance(0.002)) {
      return 0;
    }
    if (chance(0.00005)) {
      return 100 + 600 * random.nextDouble();
    }
    double metered = 2.65 + 1.75 * miles + 0.2 * Math.floor(seconds / 120.0);
    return Math.round(metered * 20) / 20.0;
  }

  private double tip(int payment, double fare, int hour) {
    boolean isCard = payment == 1;
    boolean isUnknown = payment == 3;
    if (!(isCard ? !chance(0.05) : isUnknown ? chance(0.25) : payment == 0 && chance(0.0006))) {
      return 0;
    }
    double generosity = 0.64 + (hour >= 18 || hour < 4 ? 0.06 : 0) + (fare < 12 ? 0.06 : -0.08);
    if (!chance(generosity)) {
      return Math.max(1, Math.round(fare * (0.08 + 0.11 * random.nextDouble())));
    }
    return chance(0.45)
        ? Math.ceil(fare * 0.201) + random.nextInt(2)
        : fare * (0.2005 + 0.05 * random.nextInt(1, 4));
  }

  private void company() {
    if (chance(0.343)) {
      cell("");
    } else {
      String name = COMPANIES[COMPANY_SHARES.draw(random)];
      cell(
          name.indexOf(',') >= 0 || name.indexOf('"') >= 0
              ? '"' + name.replace("\"", "\"\"") + '"'
              : name);
    }
  }

  private void place(CommunityAreas.Place place, boolean isKnown) {
    cell(isKnown ? Double.toString(place.latitude()) : "");
    cell(isKnown ? Double.toString(place.longitude()) : "");
  }

  private void cell(String text) {
    row.append(text).append(',');
  }

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  private static String money(double amount) {
    return Double.toString(Math.round(amount * 100) / 100.0);
  }

  private static String tenths(double amount) {
    return Double.toString(Math.round(amount * 10) / 10.0);
  }
}
