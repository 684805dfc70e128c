package io.productsnap.imaging.decode;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * The numbers as the file stores them, as 8-bit ARGB. {@link BufferedImage#getRGB} is no use here: it takes grey for linear light and
 * brightens it, and it converts profiles pixel by pixel.
 */
final class StoredPixels {
    private StoredPixels() {}

    static int[] of(BufferedImage image) {
        if (image.getColorModel() instanceof IndexColorModel) {
            return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        }
        Raster raster = image.getRaster();
        int width = raster.getWidth();
        int bands = raster.getNumBands();
        int shift = Math.max(0, raster.getSampleModel().getSampleSize(0) - 8);
        int stretch = raster.getSampleModel().getSampleSize(0) < 8
                ? 255 / ((1 << raster.getSampleModel().getSampleSize(0)) - 1)
                : 1;
        int[] pixels = new int[width * raster.getHeight()];
        int[] row = new int[width * bands];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = pack(row, x * bands, bands, shift, stretch);
            }
        }
        return pixels;
    }

    private static int pack(int[] row, int at, int bands, int shift, int stretch) {
        boolean grey = bands < 3;
        int red = row[at] >> shift;
        int green = row[grey ? at : at + 1] >> shift;
        int blue = row[grey ? at : at + 2] >> shift;
        int alpha = bands == 2 || bands == 4 ? row[at + bands - 1] >> shift : 255 / stretch;
        return Photo.packed(alpha * stretch, red * stretch, green * stretch, blue * stretch);
    }
}
