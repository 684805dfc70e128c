package io.productsnap.imaging.cutout;

/**
 * Whose colour is it? Histograms over Lab of what is taken for product and for background; a colour that only one of them has speaks for that
 * one, a colour that neither has says nothing.
 */
final class ColourOdds {
    private static final float STEP = 4;
    private static final int LIGHTS = 30;
    private static final int TINTS = 36;
    private static final float UNSEEN = 1e-5f;

    private final Colours lab;
    private final float[] product;
    private final float[] background;

    ColourOdds(Colours lab, boolean[] product, boolean[] background) {
        this.lab = lab;
        this.product = histogram(product);
        this.background = histogram(background);
    }

    /** Positive for product, by about 1.7 at most. */
    float at(int i) {
        int bin = bin(i);
        float share = (product[bin] + UNSEEN) / (product[bin] + background[bin] + 2 * UNSEEN);
        return 0.7f * (float) Math.log((share + 0.02f) / (1.02f - share));
    }

    private int bin(int i) {
        int l = slot(lab.first().v()[i] / STEP, LIGHTS);
        int a = slot(lab.second().v()[i] / STEP + TINTS / 2f, TINTS);
        int b = slot(lab.third().v()[i] / STEP + TINTS / 2f, TINTS);
        return (l * TINTS + a) * TINTS + b;
    }

    private static int slot(float v, int count) {
        return (int) Math.max(0, Math.min(count - 1, v));
    }

    private float[] histogram(boolean[] in) {
        float[] count = new float[LIGHTS * TINTS * TINTS];
        float all = 1;
        for (int i = 0; i < in.length; i++) {
            if (in[i]) {
                count[bin(i)]++;
                all++;
            }
        }
        float[] soft = softened(softened(softened(count, 1, TINTS), TINTS, TINTS), TINTS * TINTS, LIGHTS);
        for (int i = 0; i < soft.length; i++) {
            soft[i] /= all;
        }
        return soft;
    }

    private static float[] softened(float[] in, int stride, int count) {
        float[] out = new float[in.length];
        for (int i = 0; i < in.length; i++) {
            int position = i / stride % count;
            float before = position > 0 ? in[i - stride] : in[i];
            float after = position < count - 1 ? in[i + stride] : in[i];
            out[i] = 0.25f * before + 0.5f * in[i] + 0.25f * after;
        }
        return out;
    }
}
