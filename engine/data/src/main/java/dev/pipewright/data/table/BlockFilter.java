package dev.pipewright.data.table;

import dev.pipewright.data.table.Filter.Comparator;
import dev.pipewright.data.table.Filter.Function;
import dev.pipewright.data.table.Filter.Value;
import dev.pipewright.data.table.StoredColumn.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A filter bound to the columns of a block. What is asked of texts is asked once for each distinct
/// value. A feature that the block does not have, or has with values of another type, is missing.
/// Used by one thread at a time.
final class BlockFilter {

  private static final Test NEVER = row -> false;

  private final TableBlock block;

  /// Whether a row of the block is kept.
  @FunctionalInterface
  interface Test {
    boolean holds(int row);
  }

  /// The numbers that rows have.
  private interface Numbers {
    int count(int row);

    double get(int row, int nth);
  }

  private BlockFilter(TableBlock block) {
    this.block = block;
  }

  static Test of(Filter filter, TableBlock block) {
    return new BlockFilter(block).test(filter);
  }

  private Test test(Filter filter) {
    return switch (filter) {
      case Filter.And(Filter left, Filter right) -> {
        Test a = test(left);
        Test b = test(right);
        yield row -> a.holds(row) && b.holds(row);
      }
      case Filter.Or(Filter left, Filter right) -> {
        Test a = test(left);
        Test b = test(right);
        yield row -> a.holds(row) || b.holds(row);
      }
      case Filter.Not(Filter inner) -> {
        Test test = test(inner);
        yield row -> !test.holds(row);
      }
      case Filter.Compare compare -> compare(compare);
      case Filter.Contains(Value text, String part, _) -> texts(text, t -> t.contains(part));
      case Filter.Matches(Value text, var pattern, _) ->
          texts(text, t -> pattern.matcher(t).find());
      case Filter.In in -> in(in);
      case Filter.Missing(Value.Feature(String name, _)) -> missing(block.column(name));
    };
  }

  private static Test missing(@Nullable StoredColumn column) {
    return column == null ? row -> true : row -> column.count(row) == 0;
  }

  private Test in(Filter.In in) {
    Test any = NEVER;
    for (Value item : in.items()) {
      Test before = any;
      Test one = compare(new Filter.Compare(Comparator.EQUAL, in.value(), item, in.column()));
      any = before == NEVER ? one : row -> before.holds(row) || one.holds(row);
    }
    return any;
  }

  private Test compare(Filter.Compare compare) {
    Comparator by = compare.comparator();
    if (compare.left() instanceof Value.Feature(String name, _)
        && compare.right() instanceof Value.Int(long value, _)
        && block.column(name) instanceof StoredColumn column
        && column.kind() == Kind.INT64) {
      return exact(column, by, value);
    }
    if (isText(compare.left()) && isText(compare.right())) {
      return compareTexts(by, compare.left(), compare.right());
    }
    Numbers left = numbers(compare.left());
    Numbers right = numbers(compare.right());
    return row -> {
      for (int i = 0; i < left.count(row); i++) {
        for (int j = 0; j < right.count(row); j++) {
          if (by.holds(left.get(row, i), right.get(row, j))) {
            return true;
          }
        }
      }
      return false;
    };
  }

  /// Without the way over doubles, in which large numbers meet.
  private static Test exact(StoredColumn column, Comparator by, long value) {
    return row -> {
      for (int i = column.start(row); i < column.end(row); i++) {
        if (by.holds(Long.compare(column.int64(i), value))) {
          return true;
        }
      }
      return false;
    };
  }

  private boolean isText(Value value) {
    return switch (value) {
      case Value.Feature(String name, _) ->
          block.column(name) instanceof StoredColumn column && column.kind() == Kind.BYTES;
      case Value.Text _ -> true;
      case Value.Call(Function function, _, _) ->
          function == Function.LOWER || function == Function.UPPER;
      case Value.Int _, Value.Real _, Value.Arithmetic _ -> false;
    };
  }

  private Test compareTexts(Comparator by, Value left, Value right) {
    if (constant(right) instanceof String text) {
      return texts(left, t -> by.holds(t.compareTo(text)));
    }
    if (constant(left) instanceof String text) {
      return texts(right, t -> by.holds(text.compareTo(t)));
    }
    Source a = source(left);
    Source b = source(right);
    return row -> {
      for (int i = 0; i < a.count(row); i++) {
        for (int j = 0; j < b.count(row); j++) {
          if (by.holds(a.get(row, i).compareTo(b.get(row, j)))) {
            return true;
          }
        }
      }
      return false;
    };
  }

  private @Nullable String constant(Value value) {
    return switch (value) {
      case Value.Text(String text, _) -> text;
      case Value.Call(Function function, Value argument, _) ->
          constant(argument) instanceof String text ? changing(function).apply(text) : null;
      default -> null;
    };
  }

  private static UnaryOperator<String> changing(Function function) {
    return function == Function.LOWER
        ? text -> text.toLowerCase(Locale.ROOT)
        : text -> text.toUpperCase(Locale.ROOT);
  }

  private Test texts(Value value, Predicate<String> predicate) {
    if (constant(value) instanceof String text) {
      return row -> predicate.test(text);
    }
    Source source = source(value);
    byte[] known = new byte[source.distinct()];
    return row -> {
      for (int i = 0; i < source.count(row); i++) {
        int code = source.code(row, i);
        if (known[code] == 0) {
          known[code] = (byte) (predicate.test(source.text(code)) ? 1 : 2);
        }
        if (known[code] == 1) {
          return true;
        }
      }
      return false;
    };
  }

  /// The texts of a feature, perhaps changed.
  private record Source(@Nullable StoredColumn column, UnaryOperator<String> change) {

    int count(int row) {
      return column == null ? 0 : column.count(row);
    }

    int distinct() {
      return column == null ? 0 : column.distinct();
    }

    int code(int row, int nth) {
      return column == null ? 0 : column.code(column.start(row) + nth);
    }

    String text(int code) {
      return column == null
          ? ""
          : change.apply(new String(column.bytes(code), StandardCharsets.UTF_8));
    }

    String get(int row, int nth) {
      return text(code(row, nth));
    }
  }

  private Source source(Value value) {
    return switch (value) {
      case Value.Feature(String name, _)
          when block.column(name) instanceof StoredColumn column && column.kind() == Kind.BYTES ->
          new Source(column, UnaryOperator.identity());
      case Value.Call(Function function, Value argument, _)
          when function == Function.LOWER || function == Function.UPPER -> {
        Source inner = source(argument);
        yield new Source(
            inner.column(), text -> changing(function).apply(inner.change().apply(text)));
      }
      default -> new Source(null, UnaryOperator.identity());
    };
  }

  private Numbers numbers(Value value) {
    return switch (value) {
      case Value.Int(long number, _) -> new Constant(number);
      case Value.Real(double number, _) -> new Constant(number);
      case Value.Feature(String name, _)
          when block.column(name) instanceof StoredColumn column && column.kind() != Kind.BYTES ->
          new Stored(column);
      case Value.Feature _, Value.Text _ -> new Nothing();
      case Value.Arithmetic(char sign, Value left, Value right, _) ->
          new Computed(sign, numbers(left), numbers(right));
      case Value.Call(Function function, Value argument, _) -> called(function, argument);
    };
  }

  private Numbers called(Function function, Value argument) {
    return switch (function) {
      case COUNT ->
          isText(argument)
              ? new Counted(source(argument)::count)
              : new Counted(numbers(argument)::count);
      case LENGTH -> new Lengths(source(argument));
      case ABS, MIN, MAX, SUM -> new Folded(function, numbers(argument));
      case LOWER, UPPER -> new Nothing();
    };
  }

  private record Nothing() implements Numbers {
    @Override
    public int count(int row) {
      return 0;
    }

    @Override
    public double get(int row, int nth) {
      throw new IndexOutOfBoundsException(nth);
    }
  }

  private record Constant(double value) implements Numbers {
    @Override
    public int count(int row) {
      return 1;
    }

    @Override
    public double get(int row, int nth) {
      return value;
    }
  }

  private record Stored(StoredColumn column) implements Numbers {
    @Override
    public int count(int row) {
      return column.count(row);
    }

    @Override
    public double get(int row, int nth) {
      return column.number(column.start(row) + nth);
    }
  }

  private interface Count {
    int of(int row);
  }

  private record Counted(Count count) implements Numbers {
    @Override
    public int count(int row) {
      return 1;
    }

    @Override
    public double get(int row, int nth) {
      return count.of(row);
    }
  }

  private record Lengths(Source source) implements Numbers {
    @Override
    public int count(int row) {
      return source.count(row);
    }

    @Override
    public double get(int row, int nth) {
      String text = source.get(row, nth);
      return text.codePointCount(0, text.length());
    }
  }

  /// Value by value; one on a side goes with all of the other.
  private record Computed(char sign, Numbers left, Numbers right) implements Numbers {
    @Override
    public int count(int row) {
      int a = left.count(row);
      int b = right.count(row);
      return a == b || b == 1 ? a : a == 1 ? b : 0;
    }

    @Override
    public double get(int row, int nth) {
      double a = left.get(row, left.count(row) == 1 ? 0 : nth);
      double b = right.get(row, right.count(row) == 1 ? 0 : nth);
      return switch (sign) {
        case '+' -> a + b;
        case '-' -> a - b;
        case '*' -> a * b;
        case '/' -> a / b;
        default -> a - b * Math.floor(a / b);
      };
    }
  }

  private record Folded(Function function, Numbers of) implements Numbers {
    @Override
    public int count(int row) {
      return function == Function.ABS ? of.count(row) : Math.min(1, of.count(row));
    }

    @Override
    public double get(int row, int nth) {
      if (function == Function.ABS) {
        return Math.abs(of.get(row, nth));
      }
      double result = of.get(row, 0);
      for (int i = 1; i < of.count(row); i++) {
        double next = of.get(row, i);
        result =
            switch (function) {
              case MIN -> Math.min(result, next);
              case MAX -> Math.max(result, next);
              default -> result + next;
            };
      }
      return result;
    }
  }
}
