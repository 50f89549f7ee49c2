package dev.pipewright.nodes.schemagen;

import dev.pipewright.datavalidation.SchemaArtifact;
import dev.pipewright.nodes.Texts;
import dev.pipewright.protos.tfmd.Feature;
import dev.pipewright.protos.tfmd.Feature.DomainInfoCase;
import dev.pipewright.protos.tfmd.Schema;
import java.io.IOException;
import java.nio.file.Path;

/// How much a schema says.
///
/// @param features how many features it has
/// @param domains how many of them have a domain: a list of values, a range, a kind
record SchemaSize(int features, int domains) {

  static SchemaSize read(Path folder) throws IOException {
    return of(SchemaArtifact.open(folder).schema());
  }

  static SchemaSize of(Schema schema) {
    int domains =
        (int)
            schema.getFeatureList().stream()
                .map(Feature::getDomainInfoCase)
                .filter(domain -> domain != DomainInfoCase.DOMAININFO_NOT_SET)
                .count();
    return new SchemaSize(schema.getFeatureCount(), domains);
  }

  /// `3 domains`; empty for none.
  String domainsText() {
    return domains == 0 ? "" : Texts.text("schema.domains", domains);
  }
}
