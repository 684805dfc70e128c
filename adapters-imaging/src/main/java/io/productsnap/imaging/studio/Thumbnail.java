package io.productsnap.imaging.studio;

import io.productsnap.imaging.decode.Photo;

/** A square picture made smaller by a whole factor: each new pixel is the mean of those it covers, so white stays white. */
final class Thumbnail {
    private Thumbnail() {}

    static int[] of(int[] rgb, int side, int small) {
        int factor = side / small;
        int[] out = new int[small * small];
        for (int i = 0; i < out.length; i++) {
            int red = 0;
            int green = 0;
            int blue = 0;
            int corner = i / small * factor * side + i % small * factor;
            for (int y = 0; y < factor; y++) {
                for (int x = 0; x < factor; x++) {
                    int pixel = rgb[corner + y * side + x];
                    red += pixel >> 16 & 0xFF;
                    green += pixel >> 8 & 0xFF;
                    blue += pixel & 0xFF;
                }
            }
            int half = factor * factor / 2;
            int all = factor * factor;
            out[i] = Photo.packed(0, (red + half) / all, (green + half) / all, (blue + half) / all);
        }
        return out;
    }
}
