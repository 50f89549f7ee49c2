package dev.pipewright.nodes;

import dev.pipewright.pipeline.component.ComponentSpec.Category;
import java.util.Arrays;
import java.util.Locale;

/// How a category of components looks: in the palette, on cards, everywhere the same. The order is
/// that of the palette.
public enum CategoryStyle {
  /// Getting data in.
  DATA("mdi2d-database-outline"),
  /// Knowing and checking data.
  VALIDATE("mdi2s-shield-check-outline"),
  /// Preparing features.
  TRANSFORM("mdi2s-shuffle-variant"),
  /// Training, tuning, and finding models.
  TRAIN("mdi2s-school-outline"),
  /// Judging models.
  EVALUATE("mdi2s-scale-balance"),
  /// Taking models to production.
  DEPLOY("mdi2r-rocket-launch-outline"),
  /// Models and parts of models that others trained.
  REUSE("mdi2r-recycle-variant"),
  /// Preparing text.
  TEXT("mdi2f-format-text"),
  /// What people added, and components that are not installed.
  CUSTOM("mdi2p-puzzle-outline");

  private final String icon;

  CategoryStyle(String icon) {
    this.icon = icon;
  }

  /// The style of the components of this category.
  public static CategoryStyle of(Category category) {
    return switch (category) {
      case DATA -> DATA;
      case VALIDATION -> VALIDATE;
      case FEATURES -> TRANSFORM;
      case TRAINING -> TRAIN;
      case EVALUATION -> EVALUATE;
      case DEPLOYMENT -> DEPLOY;
    };
  }

  /// What people call it.
  public String title() {
    return Texts.text("category." + word());
  }

  /// The style class that sets the looked-up colour `-color-category`, and the canvas's
  /// `-graph-category`: `category-data`.
  public String styleClass() {
    return "category-" + word();
  }

  /// The icon, as Ikonli names it; also that of a component without one of its own.
  public String icon() {
    return icon;
  }

  /// The style of this name, as `data`; that of custom components for another word.
  public static CategoryStyle named(String word) {
    return Arrays.stream(values())
        .filter(style -> style.word().equals(word))
        .findFirst()
        .orElse(CUSTOM);
  }

  /// Its name in project files, as `data`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
