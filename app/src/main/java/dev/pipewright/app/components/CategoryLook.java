package dev.pipewright.app.components;

import dev.pipewright.app.text.Texts;
import dev.pipewright.pipeline.component.ComponentSpec.Category;

/// How a category of components looks.
///
/// @param title its name in the palette
/// @param styleClass sets `-color-category`
/// @param icon of a component that has none of its own
public record CategoryLook(String title, String styleClass, String icon) {

  private static final Texts TEXTS = Texts.of(CategoryLook.class);

  /// The look of a component that nobody knows.
  public static final CategoryLook UNKNOWN =
      new CategoryLook(
          TEXTS.get("category.unknown"), "category-custom", "mdi2h-help-circle-outline");

  /// The look of a category.
  public static CategoryLook of(Category category) {
    return switch (category) {
      case DATA -> look("data", "mdi2d-database-outline");
      case VALIDATION -> look("validate", "mdi2s-shield-check-outline");
      case FEATURES -> look("transform", "mdi2s-shuffle-variant");
      case TRAINING -> look("train", "mdi2s-school-outline");
      case EVALUATION -> look("evaluate", "mdi2s-scale-balance");
      case DEPLOYMENT -> look("deploy", "mdi2r-rocket-launch-outline");
    };
  }

  private static CategoryLook look(String name, String icon) {
    return new CategoryLook(TEXTS.get("category." + name), "category-" + name, icon);
  }
}
