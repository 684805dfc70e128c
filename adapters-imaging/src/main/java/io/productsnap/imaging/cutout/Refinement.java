package io.productsnap.imaging.cutout;

import io.productsnap.imaging.decode.Photo;

/** From the shape on the small copy to soft edges at the size that will be shown. */
final class Refinement {
    /** Air around the product, so that the background next to it is known. */
    private static final int AIR = 12;
    /** How far the true edge may lie from the coarse one, in pixels of the small copy. */
    private static final double STRAY = 1.6;

    private final Photo photo;
    private final Silhouette shape;
    private final double toPhoto;

    Refinement(Photo photo, Silhouette shape) {
        this.photo = photo;
        this.shape = shape;
        this.toPhoto = (double) photo.width() / shape.width();
    }

    /** @param enough the longest side that the product will be shown at */
    Product product(int enough) {
        Region tight = shape.box().times(toPhoto);
        double scale = Math.min(1, (double) enough / tight.longestSide());
        Region region = tight.grown(Math.max(8, tight.longestSide() / AIR), photo.width(), photo.height());
        Colours rgb = AreaScale.of(photo, region, scale);
        int reach = (int) Math.ceil(STRAY * toPhoto * scale) + 1;
        Matte matte = new Matting(rgb, enlarged(region, rgb.width(), rgb.height()), reach).solve();
        return new Product(region, scale, matte.rgb(), matte.alpha());
    }

    private Plane enlarged(Region region, int width, int height) {
        Plane soft = Window.mean(Plane.of(shape.in(), shape.width()), 1).enlarged(region, toPhoto, width, height);
        Plane out = Plane.of(width, height);
        for (int i = 0; i < out.size(); i++) {
            out.v()[i] = soft.v()[i] > 0.45f ? 1 : 0;
        }
        return out;
    }
}
