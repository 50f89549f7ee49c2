package dev.pipewright.metadata;

/// The system types that every ML Metadata store starts with, as `mlmd_types` in its client. A type
/// may name one as its parent.
public enum BaseType {
  /// Data to learn from.
  DATASET("mlmd.Dataset", MetadataType.Kind.ARTIFACT),
  /// A trained model.
  MODEL("mlmd.Model", MetadataType.Kind.ARTIFACT),
  /// What an evaluation measured.
  METRICS("mlmd.Metrics", MetadataType.Kind.ARTIFACT),
  /// Statistics of data.
  STATISTICS("mlmd.Statistics", MetadataType.Kind.ARTIFACT),
  /// Training a model.
  TRAIN("mlmd.Train", MetadataType.Kind.EXECUTION),
  /// Changing data.
  TRANSFORM("mlmd.Transform", MetadataType.Kind.EXECUTION),
  /// Any other work on data.
  PROCESS("mlmd.Process", MetadataType.Kind.EXECUTION),
  /// Judging a model.
  EVALUATE("mlmd.Evaluate", MetadataType.Kind.EXECUTION),
  /// Taking a model to production.
  DEPLOY("mlmd.Deploy", MetadataType.Kind.EXECUTION);

  private final String typeName;
  private final MetadataType.Kind kind;

  BaseType(String typeName, MetadataType.Kind kind) {
    this.typeName = typeName;
    this.kind = kind;
  }

  String typeName() {
    return typeName;
  }

  MetadataType.Kind kind() {
    return kind;
  }
}
