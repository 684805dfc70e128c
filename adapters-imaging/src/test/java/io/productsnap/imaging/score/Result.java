package io.productsnap.imaging.score;

import io.productsnap.imaging.cutout.Cut;
import io.productsnap.imaging.cutout.CutOut;
import io.productsnap.imaging.decode.PhotoDecoder;

/** How well a sample was cut out; a refusal has an overlap of 0 and no edge. */
record Result(Sample sample, double overlap, double edgeError, boolean refused, long millis) {

    static Result of(Sample sample) {
        long start = System.nanoTime();
        Cut cut = PhotoDecoder.decode(sample.photo(), 4000).fold(new CutOut(2000)::of, Cut.None::new);
        long millis = (System.nanoTime() - start) / 1_000_000;
        Mask truth = sample.truth();
        Mask found = cut.fold(
                product -> Mask.of(product, truth.width(), truth.height()),
                why -> Mask.nothing(truth.width(), truth.height()));
        boolean refused = cut.fold(product -> false, why -> true);
        return new Result(sample, truth.overlap(found), truth.edgeError(found), refused, millis);
    }
}
