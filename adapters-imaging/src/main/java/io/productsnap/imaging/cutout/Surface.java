package io.productsnap.imaging.cutout;

/**
 * A colour that changes slowly over the picture: a quadratic in x and y for each of L, a and b. Lamps and lenses make backgrounds like this; a
 * quadratic is the least that follows a bright middle.
 */
final class Surface {
    private static final int TERMS = 6;
    /** Pulls the curved terms to zero where the border alone does not settle them. */
    private static final double STIFFNESS = 1e-3;

    private final double[][] coefficients = new double[3][];

    /** Fitted to samples by least squares, each with its weight. Positions in -1..1. */
    Surface(Samples samples, float[] weight) {
        for (int channel = 0; channel < 3; channel++) {
            double[][] normal = new double[TERMS][TERMS + 1];
            double[] terms = new double[TERMS];
            double total = 0;
            for (int i = 0; i < samples.count(); i++) {
                if (weight[i] > 0) {
                    terms(samples.x()[i], samples.y()[i], terms);
                    total += weight[i];
                    for (int r = 0; r < TERMS; r++) {
                        for (int c = 0; c < TERMS; c++) {
                            normal[r][c] += weight[i] * terms[r] * terms[c];
                        }
                        normal[r][TERMS] += weight[i] * terms[r] * samples.colour(channel)[i];
                    }
                }
            }
            for (int r = 1; r < TERMS; r++) {
                normal[r][r] += (r < 3 ? STIFFNESS : 10 * STIFFNESS) * total;
            }
            normal[0][0] += 1e-9;
            coefficients[channel] = solve(normal);
        }
    }

    float at(int channel, double x, double y) {
        double[] c = coefficients[channel];
        return (float) (c[0] + c[1] * x + c[2] * y + c[3] * x * x + c[4] * x * y + c[5] * y * y);
    }

    private static void terms(double x, double y, double[] out) {
        out[0] = 1;
        out[1] = x;
        out[2] = y;
        out[3] = x * x;
        out[4] = x * y;
        out[5] = y * y;
    }

    /** Gauss-Jordan with pivots. */
    private static double[] solve(double[][] m) {
        for (int col = 0; col < TERMS; col++) {
            int pivot = col;
            for (int r = col + 1; r < TERMS; r++) {
                if (Math.abs(m[r][col]) > Math.abs(m[pivot][col])) {
                    pivot = r;
                }
            }
            double[] swap = m[col];
            m[col] = m[pivot];
            m[pivot] = swap;
            for (int r = 0; r < TERMS; r++) {
                double factor = r == col || m[col][col] == 0 ? 0 : m[r][col] / m[col][col];
                for (int c = col; factor != 0 && c <= TERMS; c++) {
                    m[r][c] -= factor * m[col][c];
                }
            }
        }
        double[] answer = new double[TERMS];
        for (int r = 0; r < TERMS; r++) {
            answer[r] = m[r][r] == 0 ? 0 : m[r][TERMS] / m[r][r];
        }
        return answer;
    }
}
