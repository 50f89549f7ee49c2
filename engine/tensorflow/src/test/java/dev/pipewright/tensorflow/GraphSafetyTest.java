package dev.pipewright.tensorflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeleteBuffer;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_GetAllOpList;

import dev.pipewright.pipeline.ArtifactException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.BytePointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.internal.c_api.TF_Buffer;
import org.tensorflow.proto.AssetFileDef;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.CollectionDef;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.FunctionDefLibrary;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NameAttrList;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.OpDef;
import org.tensorflow.proto.OpList;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;

/// On graphs that are only described: nothing native is loaded.
class GraphSafetyTest {

  @TempDir Path folder;

  private SavedModel model(MetaGraphDef.Builder meta) throws IOException {
    meta.setMetaInfoDef(MetaGraphDef.MetaInfoDef.newBuilder().addTags("serve"));
    Files.write(
        folder.resolve("saved_model.pb"),
        org.tensorflow.proto.SavedModel.newBuilder().addMetaGraphs(meta).build().toByteArray());
    return SavedModel.read(folder);
  }

  private static MetaGraphDef.Builder giving(String output, NodeDef... nodes) {
    return MetaGraphDef.newBuilder()
        .setGraphDef(GraphDef.newBuilder().addAllNode(List.of(nodes)))
        .putSignatureDef(
            "serving_default",
            SignatureDef.newBuilder()
                .putOutputs("y", TensorInfo.newBuilder().setName(output).build())
                .build());
  }

  private static NodeDef node(String name, String op, String... inputs) {
    return NodeDef.newBuilder().setName(name).setOp(op).addAllInput(List.of(inputs)).build();
  }

  @Test
  void findsWhatAnOutputNeedsThroughDataAndControlInputs() throws IOException {
    MetaGraphDef.Builder meta =
        giving(
            "y:0",
            node("path", "Const"),
            node("write", "WriteFile", "path", "path"),
            node("read", "ReadFile", "path"),
            node("y", "Identity", "read:0", "^write"));
    assertEquals(List.of("ReadFile", "WriteFile"), model(meta).unsafeOperations());
  }

  /// Of every operation that this TensorFlow has, those whose names speak of files, networks,
  /// Python or graphs in texts are refused, but for the ones that were looked at and only compute.
  @Test
  void knowsEveryOperationOfThisTensorFlowThatReachesOut() throws IOException {
    Pattern suspicious =
        Pattern.compile(
            "File|Snapshot|Record|Reader$|ReaderV2|Save|Restore|Remote|Rpc|Py[A-Z]|Checkpoint"
                + "|FromGraph|^Deserialize|Dump|CSV|Sql|LMDB|Service|Print|Debug|Lite|Immutable"
                + "|Cache|TextLine|Register|SummaryWriter$|DbWriter");
    // Strings, counters, handles and tensors in memory; tables are looked at one by one.
    Set<String> allowed =
        Set.of(
            """
            ShardedFilename ShardedFilespec IdentityReader IdentityReaderV2 DecodeCSV Print
            DeserializeSparse DeserializeManySparse Snapshot ReaderRestoreState
            ReaderRestoreStateV2 SummaryWriter CloseSummaryWriter FlushSummaryWriter
            StatsAggregatorSetSummaryWriter DebugGradientIdentity DebugGradientRefIdentity
            DeleteRpcFutureResource BoostedTreesExampleDebugOutputs DisableCopyOnRead
            AnonymousMemoryCache DeleteMemoryCache DummyMemoryCache InitializeTableFromTextFile
            InitializeTableFromTextFileV2 ReaderNumRecordsProduced ReaderNumRecordsProducedV2
            """
                .strip()
                .split("\\s+"));
    List<String> unnoticed = new ArrayList<>();
    for (String op : registeredOperations()) {
      boolean isSuspicious = suspicious.matcher(op).find() && !allowed.contains(op);
      if (isSuspicious && model(giving("y:0", node("y", op))).unsafeOperations().isEmpty()) {
        unnoticed.add(op);
      }
    }
    assertEquals(List.of(), unnoticed);
  }

  private static List<String> registeredOperations() throws IOException {
    TensorFlowRuntime.load();
    TF_Buffer buffer = TF_GetAllOpList();
    byte[] bytes = new byte[Math.toIntExact(buffer.length())];
    new BytePointer(buffer.data()).get(bytes);
    TF_DeleteBuffer(buffer);
    return OpList.parseFrom(bytes).getOpList().stream().map(OpDef::getName).toList();
  }

  @Test
  void leavesTheSaversOwnOperationsAlone() throws IOException {
    MetaGraphDef.Builder meta =
        giving(
            "y:0",
            node("x", "Placeholder"),
            node("y", "Identity", "x"),
            node("save", "SaveV2"),
            node("restore", "RestoreV2"));
    assertEquals(List.of(), model(meta).unsafeOperations());
  }

  @Test
  void findsWhatTheInitOperationRuns() throws IOException {
    MetaGraphDef.Builder meta =
        giving(
                "y:0",
                node("y", "Placeholder"),
                node("save", "SaveV2"),
                node("init", "NoOp", "^save"))
            .putCollectionDef(
                "saved_model_main_op",
                CollectionDef.newBuilder()
                    .setNodeList(CollectionDef.NodeList.newBuilder().addValue("init"))
                    .build());
    assertEquals(List.of("SaveV2"), model(meta).unsafeOperations());
  }

  private static FunctionDef function(String name, NodeDef... nodes) {
    return FunctionDef.newBuilder()
        .setSignature(OpDef.newBuilder().setName(name))
        .addAllNodeDef(List.of(nodes))
        .build();
  }

  private static NodeDef call(String name, String function) {
    return NodeDef.newBuilder()
        .setName(name)
        .setOp("StatefulPartitionedCall")
        .putAttr(
            "f",
            AttrValue.newBuilder().setFunc(NameAttrList.newBuilder().setName(function)).build())
        .build();
  }

  @Test
  void looksIntoFunctionsHoweverDeepAndHoweverTheyCallEachOther() throws IOException {
    MetaGraphDef.Builder meta = giving("y:0", call("y", "outer"));
    meta.getGraphDefBuilder()
        .setLibrary(
            FunctionDefLibrary.newBuilder()
                .addFunction(function("outer", call("again", "inner")))
                .addFunction(function("inner", call("back", "outer"), node("p", "EagerPyFunc")))
                .addFunction(function("unused", node("p", "PyFunc"))));
    assertEquals(List.of("EagerPyFunc"), model(meta).unsafeOperations());
  }

  @Test
  void aFunctionCalledByItsNameAsAnOperationIsLookedInto() throws IOException {
    MetaGraphDef.Builder meta = giving("y:0", node("y", "mine"));
    meta.getGraphDefBuilder()
        .setLibrary(
            FunctionDefLibrary.newBuilder()
                .addFunction(function("mine", node("p", "MatchingFiles"))));
    assertEquals(List.of("MatchingFiles"), model(meta).unsafeOperations());
  }

  @Test
  void aTableMayBeFilledFromAnAssetOrAnArgument() throws IOException {
    MetaGraphDef.Builder meta =
        giving(
                "y:0",
                node("path", "Const"),
                node("table", "HashTableV2"),
                node("init", "InitializeTableFromTextFileV2", "table", "path"),
                node("y", "Identity", "table", "^init", "^call"),
                call("call", "fill"))
            .addAssetFileDef(
                AssetFileDef.newBuilder()
                    .setFilename("vocabulary")
                    .setTensorInfo(TensorInfo.newBuilder().setName("path:0")));
    meta.getGraphDefBuilder()
        .setLibrary(
            FunctionDefLibrary.newBuilder()
                .addFunction(
                    function("fill", node("i", "InitializeTableFromTextFileV2", "table", "arg"))));
    assertEquals(List.of(), model(meta).unsafeOperations());
  }

  @Test
  void anAssetOutsideTheModelsFolderIsRefused() throws IOException {
    MetaGraphDef.Builder meta =
        giving("y:0", node("y", "Placeholder"))
            .addAssetFileDef(AssetFileDef.newBuilder().setFilename("../../secret"));
    SavedModel model = model(meta);
    ArtifactException failure = assertThrows(ArtifactException.class, model::assets);
    assertEquals("Do not use this model.", failure.fix());
  }

  @Test
  void aModelForTrainingAloneIsRefused() throws IOException {
    Files.write(
        folder.resolve("saved_model.pb"),
        org.tensorflow.proto.SavedModel.newBuilder()
            .addMetaGraphs(
                MetaGraphDef.newBuilder()
                    .setMetaInfoDef(MetaGraphDef.MetaInfoDef.newBuilder().addTags("train")))
            .build()
            .toByteArray());
    ArtifactException failure =
        assertThrows(ArtifactException.class, () -> SavedModel.read(folder));
    assertEquals("The SavedModel has no graph with the tag serve.", failure.what());
  }
}
