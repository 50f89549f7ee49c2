package dev.pipewright.tensorflow;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// Sets environment variables of this very process, which native code reads and Java cannot set.
final class ProcessEnvironment {

  private ProcessEnvironment() {}

  /// Sets the variable unless the person who started the process did.
  static void setDefault(String name, String value) {
    if (System.getenv(name) == null) {
      set(name, value);
    }
  }

  @SuppressWarnings("restricted")
  private static void set(String name, String value) {
    Linker linker = Linker.nativeLinker();
    SymbolLookup library = linker.defaultLookup();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment key = arena.allocateFrom(name);
      MemorySegment text = arena.allocateFrom(value);
      int result;
      if (library.find("setenv").isPresent()) {
        MethodHandle setenv =
            linker.downcallHandle(
                library.findOrThrow("setenv"),
                FunctionDescriptor.of(
                    ValueLayout.JAVA_INT,
                    ValueLayout.ADDRESS,
                    ValueLayout.ADDRESS,
                    ValueLayout.JAVA_INT));
        result = (int) setenv.invokeExact(key, text, 1);
      } else {
        MethodHandle putenv =
            linker.downcallHandle(
                library.findOrThrow("_putenv_s"),
                FunctionDescriptor.of(
                    ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS));
        result = (int) putenv.invokeExact(key, text);
      }
      if (result != 0) {
        throw new IllegalStateException("could not set " + name + " in the environment");
      }
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("could not set " + name + " in the environment", e);
    }
  }
}
