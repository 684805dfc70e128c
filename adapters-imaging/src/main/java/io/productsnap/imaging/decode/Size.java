package io.productsnap.imaging.decode;

/** Width and height in pixels. */
record Size(int width, int height) {
    private static final long MOST_PIXELS = 60_000_000;

    int shortest() {
        return Math.min(width, height);
    }

    /** Decoding it would take more memory than one photo may have. */
    boolean tooLarge() {
        return (long) width * height > MOST_PIXELS;
    }

    String whyTooLarge() {
        return "The photo is too large: " + this + ", at most " + MOST_PIXELS / 1_000_000 + " megapixels are taken.";
    }

    Size turned() {
        return new Size(/* width= */ height, /* height= */ width);
    }

    /** Every which pixel to read so that the longest side still has {@code enough}. */
    int step(int enough) {
        return Math.max(1, Math.max(width, height) / enough);
    }

    @Override
    public String toString() {
        return width + " × " + height + " pixels";
    }
}
