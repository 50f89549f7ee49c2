/// The looks of SchemaGen and ImportSchemaGen: how many features the schema has, and how many of
/// them have a domain.
@NullMarked
package dev.pipewright.nodes.schemagen;

import org.jspecify.annotations.NullMarked;
