package dev.pipewright.canvas;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which ports the link that is being drawn may end at. Shows it on the cards in sight.
final class LinkFits {

  private final Desk desk;
  private final PortEnd anchor;
  private final @Nullable LinkItem taken;
  private final Map<PortEnd, String> reasons = new HashMap<>();
  private final Set<PortGlyph> marked = new HashSet<>();

  /// @param anchor the end that stays, as it is drawn
  /// @param taken the link whose other end is dragged; null for a new one
  LinkFits(Desk desk, PortEnd anchor, @Nullable LinkItem taken) {
    this.desk = desk;
    this.anchor = anchor;
    this.taken = taken;
  }

  PortEnd anchor() {
    return anchor;
  }

  /// Why the link may not end there; empty when it may.
  String reason(PortEnd port) {
    if (port.side() == anchor.side()) {
      return Messages.text(port.side() == PortSide.INPUT ? "link.two-inputs" : "link.two-outputs");
    }
    return reasons.computeIfAbsent(port, this::ask);
  }

  private String ask(PortEnd port) {
    boolean forth = anchor.side() == PortSide.OUTPUT;
    Folding folding = desk.items().folding();
    PortRef here = folding.real(anchor).port();
    PortRef there = folding.real(port).port();
    return desk.view().linkRule().fits(forth ? here : there, forth ? there : here);
  }

  /// The port of a node that the link would end at if it were let go on its card: the only one that
  /// fits and is free, or, where several are, that of the same name; the only one that fits, where
  /// none is free. Null where there is none.
  @Nullable PortEnd portOf(NodeItem node) {
    List<PortEnd> fitting = fitting(node);
    List<PortEnd> free = fitting.stream().filter(port -> isFree(node, port)).toList();
    List<PortEnd> candidates = free.isEmpty() ? fitting : free;
    return candidates.size() == 1
        ? candidates.getFirst()
        : candidates.stream()
            .filter(port -> port.port().port().equals(anchor.port().port()))
            .findFirst()
            .orElse(null);
  }

  /// The ports of a node that the link may end at.
  List<PortEnd> fitting(NodeItem node) {
    PortSide side = anchor.side() == PortSide.INPUT ? PortSide.OUTPUT : PortSide.INPUT;
    return java.util.stream.IntStream.range(0, node.ports(side).size())
        .mapToObj(i -> node.end(side, i))
        .filter(port -> reason(port).isEmpty())
        .toList();
  }

  private boolean isFree(NodeItem node, PortEnd port) {
    if (port.side() == PortSide.OUTPUT) {
      return true;
    }
    boolean takesMany =
        node.node().inputs().stream()
            .anyMatch(each -> port.port().isPort(each) && each.arity() == Arity.MANY);
    return takesMany
        || node.links().stream()
            .noneMatch(link -> link != taken && link.link().to().equals(port.port()));
  }

  /// Marks the ports in sight; those that have come into sight too.
  void mark() {
    for (NodeCard card : desk.drawing().cardsShown()) {
      for (PortSide side : PortSide.values()) {
        for (PortGlyph glyph : card.glyphs(side)) {
          if (!glyph.end().equals(anchor) && marked.add(glyph)) {
            boolean fits = reason(glyph.end()).isEmpty();
            glyph.fit(fits ? PortGlyph.Fit.FITS : PortGlyph.Fit.UNFIT);
          }
        }
      }
    }
  }

  void clear() {
    marked.forEach(glyph -> glyph.fit(PortGlyph.Fit.IDLE));
    marked.clear();
  }
}
