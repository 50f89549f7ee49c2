package dev.pipewright.tensorflow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorInfo;

/// Finds operations by which a graph reaches beyond its values: files, network, Python, memory.
///
/// Walked is what signatures and the init operation need, functions included. The saver's own
/// operations are reached from none of these: that a model restores its variables is no danger.
final class GraphSafety {

  private static final Set<String> UNSAFE =
      Set.of(
          """
          ReadFile WriteFile MatchingFiles PyFunc PyFuncStateless EagerPyFunc Save SaveSlices SaveV2
          Restore RestoreSlice RestoreV2 MergeV2Checkpoints WholeFileReader WholeFileReaderV2
          TextLineReader TextLineReaderV2 TFRecordReader TFRecordReaderV2 FixedLengthRecordReader
          FixedLengthRecordReaderV2 LMDBReader LMDBDataset TextLineDataset TFRecordDataset
          TFRecordDatasetV2 FixedLengthRecordDataset FixedLengthRecordDatasetV2 CSVDataset
          CSVDatasetV2 SqlDataset ExperimentalCSVDataset ExperimentalSqlDataset
          ExperimentalLMDBDataset SaveDataset SaveDatasetV2 LoadDataset SnapshotDataset
          SnapshotDatasetV2 CacheDataset CacheDatasetV2 DataServiceDataset DataServiceDatasetV2
          DataServiceDatasetV3 DataServiceDatasetV4 RegisterDataset RegisterDatasetV2
          DistributedSave CreateSummaryFileWriter CreateSummaryDbWriter DebugIdentity
          DebugIdentityV2 DebugIdentityV3 DebugNanCount DebugNumericSummary DebugNumericSummaryV2
          PrintV2 ImmutableConst LoadAndRemapMatrix GenerateVocabRemapping
          FileSystemSetConfiguration RpcCall RpcClient RpcServer RpcServerRegister RpcServerStart
          RemoteCall DatasetToTFRecord ExperimentalDatasetToTFRecord MatchingFilesDataset
          ExperimentalMatchingFilesDataset SnapshotDatasetReader SnapshotNestedDatasetReader
          SnapshotChunkDataset ListSnapshotChunksDataset DatasetFromGraph DeserializeIterator
          RecordInput DumpTensor CalibrationStatisticsSaver TfLiteSubgraphExecute DTensorRestoreV2
          RpcCheckStatus RpcGetValue
          """
              .strip()
              .split("\\s+"));
  private static final String TABLE_FROM_FILE = "InitializeTableFromTextFileV2";

  private final MetaGraphDef meta;
  private final Set<String> assetNodes;
  private final Set<String> found = new TreeSet<>();
  private final Set<String> seenFunctions = new HashSet<>();
  private final Map<String, FunctionDef> functions = new HashMap<>();

  private GraphSafety(MetaGraphDef meta) {
    this.meta = meta;
    this.assetNodes =
        meta.getAssetFileDefList().stream()
            .map(asset -> SavedModel.operationName(asset.getTensorInfo().getName()))
            .collect(Collectors.toSet());
    for (FunctionDef function : meta.getGraphDef().getLibrary().getFunctionList()) {
      functions.put(function.getSignature().getName(), function);
    }
  }

  /// The unsafe op types, sorted.
  static List<String> unsafe(SavedModel model) {
    GraphSafety safety = new GraphSafety(model.meta());
    safety.walk(roots(model));
    return List.copyOf(safety.found);
  }

  private static Collection<String> roots(SavedModel model) {
    List<String> roots = new ArrayList<>();
    model
        .meta()
        .getSignatureDefMap()
        .values()
        .forEach(
            signature ->
                signature.getOutputsMap().values().stream()
                    .map(TensorInfo::getName)
                    .map(SavedModel::operationName)
                    .forEach(roots::add));
    roots.add(model.initOperation());
    return roots;
  }

  private void walk(Collection<String> roots) {
    Map<String, NodeDef> nodes = new HashMap<>();
    meta.getGraphDef().getNodeList().forEach(node -> nodes.put(node.getName(), node));
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(roots);
    while (!open.isEmpty()) {
      NodeDef node = nodes.get(open.pop());
      if (node != null && seen.add(node.getName())) {
        check(node);
        checkTable(node, nodes);
        node.getInputList().stream().map(GraphSafety::producer).forEach(open::push);
      }
    }
  }

  private void check(NodeDef node) {
    if (UNSAFE.contains(node.getOp())) {
      found.add(node.getOp());
    }
    follow(node.getOp());
    for (AttrValue value : node.getAttrMap().values()) {
      follow(value.getFunc().getName());
      value.getList().getFuncList().forEach(function -> follow(function.getName()));
    }
  }

  private void follow(String name) {
    FunctionDef function = functions.get(name);
    if (function != null && seenFunctions.add(name)) {
      Map<String, NodeDef> nodes = new HashMap<>();
      function.getNodeDefList().forEach(node -> nodes.put(node.getName(), node));
      for (NodeDef node : function.getNodeDefList()) {
        check(node);
        checkTable(node, nodes);
      }
    }
  }

  /// A table may be filled from an asset, never from a path that is written into the graph.
  private void checkTable(NodeDef node, Map<String, NodeDef> nodes) {
    boolean isTable =
        node.getOp().equals(TABLE_FROM_FILE) || node.getOp().equals("InitializeTableFromTextFile");
    if (isTable && node.getInputCount() > 1) {
      NodeDef path = nodes.get(producer(node.getInput(1)));
      if (path != null && path.getOp().equals("Const") && !assetNodes.contains(path.getName())) {
        found.add(node.getOp() + " of a fixed path");
      }
    }
  }

  /// The node's name in an input: `^control`, `name:1`, `function_node:output:0`.
  private static String producer(String input) {
    String name = input.startsWith("^") ? input.substring(1) : input;
    int colon = name.indexOf(':');
    return colon < 0 ? name : name.substring(0, colon);
  }
}
