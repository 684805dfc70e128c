package io.productsnap.architecture.broken.inmemory;

import java.util.random.RandomGenerator;

/** Draws where it should be told. */
public final class Drawer {

    public long draw() {
        return RandomGenerator.getDefault().nextLong();
    }
}
