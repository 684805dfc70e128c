package io.productsnap.imaging.cutout;

import io.productsnap.imaging.decode.Photo;
import java.util.Optional;

/** An upload that was cut out before: its transparency is the answer already. */
final class Transparency {
    /** Of all pixels, that must be clear, and that must be solid: less is a soft corner or a watermark. */
    private static final float PART = 0.02f;

    private Transparency() {}

    static Optional<Product> of(Photo photo, int enough) {
        int clear = 0;
        int solid = 0;
        int left = photo.width();
        int right = 0;
        int top = photo.height();
        int bottom = 0;
        for (int i = 0; i < photo.argb().length; i++) {
            int alpha = photo.argb()[i] >>> 24;
            clear += alpha < 16 ? 1 : 0;
            solid += alpha > 239 ? 1 : 0;
            if (alpha > 127) {
                left = Math.min(left, i % photo.width());
                right = Math.max(right, i % photo.width() + 1);
                top = Math.min(top, i / photo.width());
                bottom = Math.max(bottom, i / photo.width() + 1);
            }
        }
        if (Math.min(clear, solid) < PART * photo.argb().length) {
            return Optional.empty();
        }
        Region tight = new Region(left, top, right - left, bottom - top);
        double scale = Math.min(1, (double) enough / tight.longestSide());
        Region region = tight.grown(Math.max(2, tight.longestSide() / 50), photo.width(), photo.height());
        return Optional.of(AreaScale.cutOut(photo, region, scale));
    }
}
