package io.productsnap.imaging.cutout;

/** The product's own colours (red, green, blue in 0..1) and how much of each pixel it covers, 0..1. */
record Matte(Colours rgb, Plane alpha) {}
