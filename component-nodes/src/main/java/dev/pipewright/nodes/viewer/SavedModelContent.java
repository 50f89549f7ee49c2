package dev.pipewright.nodes.viewer;

import dev.pipewright.nodes.viewer.SavedModelSummary.Asset;
import dev.pipewright.nodes.viewer.SavedModelSummary.Tensor;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// Signatures on the left, files on the right.
final class SavedModelContent {

  private SavedModelContent() {}

  static Region of(SavedModelSummary model) {
    DataTable<Tensor> tensors =
        new DataTable<Tensor>(Messages.text("signatures"))
            .text(Messages.text("signature"), 200, Tensor::signature)
            .text(
                Messages.text("direction"),
                90,
                t -> Messages.text(t.isInput() ? "input" : "output"))
            .text(Messages.text("name"), 220, Tensor::name)
            .code(Messages.text("type"), 110, Tensor::type)
            .code(Messages.text("shape"), 120, Tensor::shape)
            .wideLast();
    tensors.getItems().setAll(model.tensors());
    HBox facts =
        Bars.foot(
            Bars.muted(Messages.bytes(model.sizeBytes())),
            Bars.muted(Messages.text("model.version", model.tensorFlowVersion())),
            Bars.muted(model.folder().toString()));
    Region left =
        Bars.column(
            tensors,
            Bars.head(Messages.text("signatures"), model.signatureCount()),
            tensors,
            facts);
    if (model.assets().isEmpty()) {
      return left;
    }
    DataTable<Asset> assets =
        new DataTable<Asset>(Messages.text("assets"))
            .text(Messages.text("file"), 360, Asset::name)
            .number(
                Messages.text("size"),
                100,
                a -> (double) a.sizeBytes(),
                n -> Messages.bytes(n.longValue()));
    assets.getItems().setAll(model.assets());
    SplitPane split =
        new SplitPane(
            left,
            Bars.column(assets, Bars.head(Messages.text("assets"), model.assets().size()), assets));
    split.setDividerPositions(0.64);
    return split;
  }
}
