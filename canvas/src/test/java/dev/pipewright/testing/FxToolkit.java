package dev.pipewright.testing;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Window;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Starts JavaFX before the first test of the JVM: `@ExtendWith(FxToolkit.class)`.
///
/// Each test starts without windows: those it leaves open are closed. An exception that reached the
/// JavaFX thread's end fails the test, but for those taken with [Fx#takeUncaught()]. Test methods
/// may have a parameter of type [Hands].
public final class FxToolkit
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {
  private static boolean started;

  @Override
  public void beforeAll(ExtensionContext context) throws InterruptedException {
    start();
  }

  @Override
  public void beforeEach(ExtensionContext context) throws InterruptedException {
    start();
    Fx.run(() -> Thread.currentThread().setUncaughtExceptionHandler(Fx::caught));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Fx.run(() -> Hands.letGo());
    Fx.run(() -> List.copyOf(Window.getWindows()).reversed().forEach(Window::hide));
    Fx.settle();
    List<Throwable> uncaught = Fx.takeUncaught();
    if (!uncaught.isEmpty()) {
      AssertionError failure =
          new AssertionError("thrown on the JavaFX thread", uncaught.getFirst());
      uncaught.stream().skip(1).forEach(failure::addSuppressed);
      throw failure;
    }
  }

  private static synchronized void start() throws InterruptedException {
    if (started) {
      return;
    }
    CountDownLatch running = new CountDownLatch(1);
    Platform.startup(running::countDown);
    running.await();
    Platform.setImplicitExit(false);
    started = true;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Hands.class;
  }

  @Override
  public Hands resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return new Hands();
  }
}
