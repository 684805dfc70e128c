package io.productsnap.benchmarks.engines;

import io.productsnap.benchmarks.engines.Burn.Burden;
import java.util.List;

/** A queue that is not as everybody's; only ours is asked to bear it. */
record Shape(String name, Load load, Burden burden) {

    /** What all engines are measured with. */
    static final Load USUAL = Load.of(1_000, 3);

    static final String ALONE = "one owner at cap 5";
    static final String MANY = "10,000 owners";
    static final String PINNED = "beside a pinned snapshot";

    static List<Shape> all(Sizes sizes) {
        return List.of(
                new Shape(ALONE, Load.of(1, 5), Burdens.NONE),
                new Shape(MANY, Load.of(10_000, 3), Burdens.NONE),
                new Shape(history(sizes), USUAL, Burdens.history(sizes.history())),
                new Shape(PINNED, USUAL, Burdens.SNAPSHOT));
    }

    static String history(Sizes sizes) {
        return "over %,d finished jobs".formatted(sizes.history());
    }
}
