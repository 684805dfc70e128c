package io.productsnap.imaging.cutout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the background looks like, learned from the border of the photo: one to three surfaces (a table; a table and a wall; and a
 * corner). The border is where a product rarely is.
 */
final class BackgroundModel {
    private static final int MOST_REGIONS = 3;
    /** A fit as good as this needs no further region: paper and paint have such noise. */
    private static final float GOOD_FIT = 2.0f;

    private static final float WORTH_A_REGION = 0.65f;
    private static final float FARTHEST = 15;

    private final List<Surface> regions;
    private final float misfit;

    private BackgroundModel(List<Surface> regions, float misfit) {
        this.regions = regions;
        this.misfit = misfit;
    }

    static BackgroundModel of(Colours lab) {
        Samples border = Samples.ofBorder(lab);
        Fit best = new Fit(border, 1);
        for (int k = 2; k <= MOST_REGIONS && best.misfit > GOOD_FIT; k++) {
            Fit finer = new Fit(border, k);
            if (finer.misfit < WORTH_A_REGION * best.misfit) {
                best = finer;
            }
        }
        return new BackgroundModel(best.atCorners(), best.misfit);
    }

    /** Mean distance of the border from the model, in Lab. */
    float misfit() {
        return misfit;
    }

    List<Surface> regions() {
        return regions;
    }

    /** k surfaces, and which sample belongs to which: k-means on the colours, then surfaces in place of means. */
    private static final class Fit {
        private final Samples border;
        private final int k;
        private final int[] member;
        private final List<Surface> surfaces = new ArrayList<>();
        private float misfit;

        Fit(Samples border, int k) {
            this.border = border;
            this.k = k;
            this.member = new int[border.count()];
            means();
            for (int round = 0; round < 6; round++) {
                fit();
                assign();
            }
        }

        private void means() {
            float[][] centre = new float[k][];
            centre[0] = new float[] {border.l()[0], border.a()[0], border.b()[0]};
            for (int c = 1; c < k; c++) {
                centre[c] = farthest(Arrays.copyOf(centre, c));
            }
            for (int round = 0; round < 8; round++) {
                double[][] sum = new double[k][4];
                for (int i = 0; i < border.count(); i++) {
                    int best = 0;
                    for (int c = 1; c < k; c++) {
                        if (distance(i, centre[c]) < distance(i, centre[best])) {
                            best = c;
                        }
                    }
                    member[i] = best;
                    for (int ch = 0; ch < 3; ch++) {
                        sum[best][ch] += border.colour(ch)[i];
                    }
                    sum[best][3]++;
                }
                for (int c = 0; c < k; c++) {
                    for (int ch = 0; ch < 3 && sum[c][3] > 0; ch++) {
                        centre[c][ch] = (float) (sum[c][ch] / sum[c][3]);
                    }
                }
            }
        }

        private float distance(int i, float[] centre) {
            return border.distance(i, centre[0], centre[1], centre[2]);
        }

        private float[] farthest(float[][] from) {
            int best = 0;
            float most = -1;
            for (int i = 0; i < border.count(); i++) {
                float nearest = Float.MAX_VALUE;
                for (float[] centre : from) {
                    nearest = Math.min(nearest, distance(i, centre));
                }
                if (nearest > most) {
                    most = nearest;
                    best = i;
                }
            }
            return new float[] {border.l()[best], border.a()[best], border.b()[best]};
        }

        /** Weights 1 / (1 + r²) let a product that touches the border pull little. */
        private void fit() {
            boolean first = surfaces.isEmpty();
            for (int c = 0; c < k; c++) {
                float[] weight = new float[border.count()];
                for (int i = 0; i < weight.length; i++) {
                    if (member[i] == c) {
                        float r = first ? 0 : residual(i, surfaces.get(c)) / 3;
                        weight[i] = 1 / (1 + r * r);
                    }
                }
                Surface surface = new Surface(border, weight);
                if (first) {
                    surfaces.add(surface);
                } else {
                    surfaces.set(c, surface);
                }
                if (first && surfaces.size() == k) {
                    return;
                }
            }
        }

        private void assign() {
            double total = 0;
            for (int i = 0; i < border.count(); i++) {
                float nearest = Float.MAX_VALUE;
                for (int c = 0; c < k; c++) {
                    float r = residual(i, surfaces.get(c));
                    if (r < nearest) {
                        nearest = r;
                        member[i] = c;
                    }
                }
                total += Math.min(FARTHEST, nearest);
            }
            misfit = (float) (total / border.count());
        }

        private float residual(int i, Surface s) {
            float x = border.x()[i];
            float y = border.y()[i];
            return border.distance(i, s.at(0, x, y), s.at(1, x, y), s.at(2, x, y));
        }

        /** A background reaches a corner or a good part of the border; what only touches one side is the product. */
        private List<Surface> atCorners() {
            int[][] corner = new int[k][5];
            int[] all = new int[5];
            for (int i = 0; i < border.count(); i++) {
                int which = border.x()[i] * border.x()[i] > 0.64f && border.y()[i] * border.y()[i] > 0.64f
                        ? (border.x()[i] > 0 ? 1 : 0) + (border.y()[i] > 0 ? 2 : 0)
                        : 4;
                corner[member[i]][which]++;
                all[which]++;
            }
            List<Surface> kept = new ArrayList<>();
            for (int c = 0; c < k; c++) {
                int samples = Arrays.stream(corner[c]).sum();
                boolean owns = samples > border.count() / 4;
                for (int which = 0; which < 4; which++) {
                    owns |= 2 * corner[c][which] > all[which];
                }
                if (owns) {
                    kept.add(surfaces.get(c));
                }
            }
            return kept.isEmpty() ? List.copyOf(surfaces) : List.copyOf(kept);
        }
    }
}
