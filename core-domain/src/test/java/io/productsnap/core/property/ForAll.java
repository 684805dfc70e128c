package io.productsnap.core.property;

import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;

/** Tries a law on many drawn cases; they are the same ones every time, and a broken law names the one that broke it. */
public final class ForAll {

    private static final int CASES = 2_000;

    private ForAll() {}

    public static <T> void cases(Function<SplittableRandom, T> draw, Consumer<T> law) {
        for (int seed = 0; seed < CASES; seed++) {
            T drawn = draw.apply(new SplittableRandom(seed));
            try {
                law.accept(drawn);
            } catch (RuntimeException | AssertionError broken) {
                throw new AssertionError("case " + seed + " breaks the law: " + drawn, broken);
            }
        }
    }
}
