package dev.pipewright.tensorflow;

import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeleteBuffer;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeleteDeviceList;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeviceListCount;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeviceListMemoryBytes;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeviceListName;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeviceListType;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_GetRegisteredKernelsForOp;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_SessionListDevices;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_Version;

import dev.pipewright.pipeline.EnvironmentException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.component.Progress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.PointerScope;
import org.jspecify.annotations.Nullable;
import org.tensorflow.internal.c_api.TF_Buffer;
import org.tensorflow.internal.c_api.TF_DeviceList;
import org.tensorflow.internal.c_api.TF_Status;

/// TensorFlow's native library, loaded once for the process. It is state of the process itself, so
/// this is the one static door of the engine.
public final class TensorFlowRuntime {

  private static final long POLL_MILLIS = 200;
  private static volatile @Nullable TensorFlowRuntime loaded;

  private final List<Device> devices;

  private TensorFlowRuntime() {
    this.devices = listDevices();
  }

  /// Loads the library without telling anybody; returns at once when it is loaded.
  ///
  /// @throws EnvironmentException if there is no library for this machine
  public static TensorFlowRuntime load() {
    return load((title, done, total) -> {});
  }

  /// Loads the library: 1 s, and 10 s the first time on a machine, of which `progress` hears.
  ///
  /// @throws EnvironmentException if there is no library for this machine
  public static synchronized TensorFlowRuntime load(LoadProgress progress) {
    TensorFlowRuntime runtime = loaded;
    if (runtime == null) {
      configure();
      Optional<NativeLibrary> library = NativeLibrary.find();
      if (library.isPresent() && library.get().needsUnpacking()) {
        loadWatched(library.get(), progress);
      } else {
        loadNative();
      }
      runtime = new TensorFlowRuntime();
      loaded = runtime;
      NativeLog.mute(TensorFlowRuntime::runFirstGraph);
    }
    return runtime;
  }

  /// Loads the library for a node: its progress shows the unpacking, its log the device, and why it
  /// is no GPU.
  ///
  /// @throws EnvironmentException if there is no library for this machine
  public static TensorFlowRuntime loadFor(Progress progress) {
    TensorFlowRuntime runtime =
        load((title, done, total) -> progress.report((double) done / Math.max(1, total), title));
    progress.log(runtime.deviceSentence());
    return runtime;
  }

  /// The library, if something has loaded it; loads nothing and does not wait.
  public static Optional<TensorFlowRuntime> ifLoaded() {
    return Optional.ofNullable(loaded);
  }

  /// Whether [#load()] would unpack the library first; loads nothing.
  public static boolean needsUnpacking() {
    return NativeLibrary.find().map(NativeLibrary::needsUnpacking).orElse(false);
  }

  /// TensorFlow's version, `2.18.0`.
  public String version() {
    return TF_Version().getString();
  }

  /// Every device TensorFlow sees, the CPU first.
  public List<Device> devices() {
    return devices;
  }

  /// Whether graphs run on a GPU: wherever there is one.
  public boolean usesGpu() {
    return devices.stream().anyMatch(device -> device.type().equals("GPU"));
  }

  /// One sentence for the log: the device graphs run on, and why not a GPU where there is none.
  public String deviceSentence() {
    if (usesGpu()) {
      long gpus = devices.stream().filter(device -> device.type().equals("GPU")).count();
      return "TensorFlow " + version() + " runs on " + gpus + (gpus == 1 ? " GPU." : " GPUs.");
    }
    return "TensorFlow " + version() + " runs on the CPU: " + whyNoGpu();
  }

  private String whyNoGpu() {
    if (!hasGpuKernels()) {
      return "this is its CPU build (build with -Pgpu for NVIDIA GPUs).";
    }
    if (!CudaDriver.isInstalled()) {
      return "no NVIDIA driver is installed (libcuda.so.1 was not found).";
    }
    return "it found no GPU it can use, though an NVIDIA driver is installed; its messages above"
        + " say which CUDA library is missing.";
  }

  /// Whether the library is a build for GPUs: an installed one is no jar whose name would tell.
  private static boolean hasGpuKernels() {
    try (PointerScope _ = new PointerScope()) {
      TF_Status status = TF_Status.newStatus();
      TF_Buffer kernels = TF_GetRegisteredKernelsForOp("MatMul", status);
      Failures.checkRun(status);
      byte[] list = new byte[Math.toIntExact(kernels.length())];
      new BytePointer(kernels.data()).get(list);
      TF_DeleteBuffer(kernels);
      // KernelDef.device_type, field 2 of three letters.
      return new String(list, StandardCharsets.ISO_8859_1).contains("\u0012\u0003GPU");
    }
  }

  private static void configure() {
    ProcessEnvironment.setDefault("TF_CPP_MIN_LOG_LEVEL", "2");
    ProcessEnvironment.setDefault("TF_ENABLE_ONEDNN_OPTS", "0");
    // JavaCPP would stop for garbage collections when the process's memory, TensorFlow's included,
    // passes twice the Java heap; our native memory has owners.
    System.setProperty("org.bytedeco.javacpp.maxbytes", "0");
    System.setProperty("org.bytedeco.javacpp.maxphysicalbytes", "0");
  }

  private static void loadWatched(NativeLibrary library, LoadProgress progress) {
    Thread watcher = Thread.ofVirtual().start(() -> watch(library, progress));
    try {
      loadNative();
    } finally {
      watcher.interrupt();
    }
    progress.progress(title(), library.sizeBytes(), library.sizeBytes());
  }

  private static String title() {
    return "Unpacking TensorFlow (first start only)";
  }

  private static void watch(NativeLibrary library, LoadProgress progress) {
    while (!Thread.interrupted()) {
      progress.progress(title(), library.unpackedBytes(), library.sizeBytes());
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException done) {
        return;
      }
    }
  }

  private static void loadNative() {
    try {
      Loader.load(org.tensorflow.internal.c_api.global.tensorflow.class);
    } catch (UnsatisfiedLinkError | NoClassDefFoundError | ExceptionInInitializerError e) {
      throw new EnvironmentException(
          "TensorFlow's native library could not be loaded: " + e.getMessage(),
          Location.NONE,
          "Build Pipewright for this machine, and check that there is 1 GB free for its cache in "
              + System.getProperty("user.home")
              + "/.javacpp.",
          e);
    }
  }

  /// What TensorFlow says at the first graph of a process, it says here. Also a part of its start
  /// that the first real graph then need not wait for.
  private static void runFirstGraph() {
    try (GraphBuilder graph = GraphBuilder.create();
        GraphSession session = GraphSession.open(graph, SessionSettings.callerThread());
        HostTensor one = session.fetch(graph.call("Identity", graph.constant(1f)))) {
      if (one.floatValue() != 1f) {
        throw new IllegalStateException("TensorFlow computes wrong results on this machine");
      }
    }
  }

  private static List<Device> listDevices() {
    try (NativeGraph graph = new NativeGraph();
        NativeSession session = new NativeSession(graph, SessionSettings.standard());
        PointerScope _ = new PointerScope()) {
      TF_Status status = TF_Status.newStatus();
      TF_DeviceList list = TF_SessionListDevices(session.handle(), status);
      Failures.checkRun(status);
      List<Device> devices = new ArrayList<>();
      for (int i = 0; i < TF_DeviceListCount(list); i++) {
        devices.add(
            new Device(
                TF_DeviceListName(list, i, status).getString(),
                TF_DeviceListType(list, i, status).getString(),
                TF_DeviceListMemoryBytes(list, i, status)));
      }
      TF_DeleteDeviceList(list);
      return List.copyOf(devices);
    }
  }
}
