package com.sun.glass.ui.testheadless;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class FrameTest {
  private static final int BLACK = 0xFF000000;

  @Test
  void mixesWhatIsBehindIt() {
    int halfRed = 0x80800000;
    int[] picture = {0xFF0000FF};
    new Frame(1, 1, new int[] {halfRed}).drawOver(picture, 1, new Area(0, 0, 1, 1));
    assertArrayEquals(new int[] {0xFF80007F}, picture);
  }

  @Test
  void cutsOffWhatLiesBesideThePicture() {
    int[] picture = {BLACK, BLACK, BLACK, BLACK};
    int white = 0xFFFFFFFF;
    Frame frame = new Frame(2, 2, new int[] {white, white, white, white});
    frame.drawOver(picture, 2, new Area(1, -1, 2, 2));
    assertArrayEquals(new int[] {BLACK, white, BLACK, BLACK}, picture);
  }

  @Test
  void stretchesToTheWindow() {
    int[] picture = {BLACK, BLACK, BLACK, BLACK};
    new Frame(2, 1, new int[] {0xFF111111, 0xFF222222}).drawOver(picture, 4, new Area(0, 0, 4, 1));
    assertArrayEquals(new int[] {0xFF111111, 0xFF111111, 0xFF222222, 0xFF222222}, picture);
  }
}
