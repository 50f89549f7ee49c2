/// Data to start with: tables that the product makes itself (`SyntheticTaxiTrips`).
@NullMarked
package dev.pipewright.data.gallery;

import org.jspecify.annotations.NullMarked;
