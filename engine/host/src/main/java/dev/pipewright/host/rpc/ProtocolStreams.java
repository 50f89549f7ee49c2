package dev.pipewright.host.rpc;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Objects;

/// Keeps the protocol's bytes apart from what native code prints: file descriptor 1 is duplicated
/// for the protocol and then made to mean standard error, for this process's Java and native code
/// alike.
final class ProtocolStreams {

  private static final int OUT = 1;
  private static final int ERR = 2;

  private final MethodHandle write;
  private final int protocol;

  private ProtocolStreams(MethodHandle write, int protocol) {
    this.write = write;
    this.protocol = protocol;
  }

  /// Takes standard output for the protocol. To be called once, before anything native loads.
  static OutputStream takeOutput() throws IOException {
    try {
      ValueLayout.OfInt descriptor = ValueLayout.JAVA_INT;
      MethodHandle dup = function("dup", FunctionDescriptor.of(descriptor, descriptor));
      MethodHandle dup2 =
          function("dup2", FunctionDescriptor.of(descriptor, descriptor, descriptor));
      MethodHandle write =
          function(
              "write",
              FunctionDescriptor.of(
                  ValueLayout.JAVA_LONG, descriptor, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG));
      int copy = (int) dup.invokeExact(OUT);
      if (copy < 0 || (int) dup2.invokeExact(ERR, OUT) < 0) {
        throw new IOException("standard output cannot be duplicated");
      }
      return new ProtocolStreams(write, copy).output();
    } catch (IOException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /// The C library's function; on Windows its name starts with `_`.
  @SuppressWarnings("restricted")
  static MethodHandle function(String name, FunctionDescriptor type) {
    Linker linker = Linker.nativeLinker();
    SymbolLookup library = linker.defaultLookup();
    MemorySegment address = library.find(name).or(() -> library.find("_" + name)).orElseThrow();
    return linker.downcallHandle(address, type);
  }

  private OutputStream output() {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        writeAll(bytes, offset, length);
      }
    };
  }

  private synchronized void writeAll(byte[] bytes, int offset, int length) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment buffer = arena.allocate(Math.max(1, length));
      MemorySegment.copy(bytes, offset, buffer, ValueLayout.JAVA_BYTE, 0, length);
      long done = 0;
      while (done < length) {
        long wrote = (long) write.invokeExact(protocol, buffer.asSlice(done), length - done);
        if (wrote < 0) {
          throw new IOException("the workbench no longer reads");
        }
        done += wrote;
      }
    } catch (IOException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
