package io.productsnap.imaging.cutout;

/** The product's shape on the small copy. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Silhouette(int width, boolean[] in, Likeness likeness, Saliency saliency) {
    int height() {
        return in.length / width;
    }

    /** The smallest box around it. */
    Region box() {
        int left = width;
        int right = 0;
        int top = height();
        int bottom = 0;
        for (int i = 0; i < in.length; i++) {
            if (in[i]) {
                left = Math.min(left, i % width);
                right = Math.max(right, i % width + 1);
                top = Math.min(top, i / width);
                bottom = Math.max(bottom, i / width + 1);
            }
        }
        return new Region(left, top, right - left, bottom - top);
    }

    /** Its share of the photo. */
    float area() {
        int count = 0;
        for (boolean product : in) {
            count += product ? 1 : 0;
        }
        return (float) count / in.length;
    }

    /** Its share of the border of the photo. */
    float onBorder() {
        int count = 0;
        int all = 0;
        for (int i = 0; i < in.length; i++) {
            if (likeness.onBorder(i)) {
                all++;
                count += in[i] ? 1 : 0;
            }
        }
        return (float) count / all;
    }
}
