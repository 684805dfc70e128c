package io.productsnap.architecture.broken.job;

import org.junit.jupiter.api.Test;

/** A library in the core. */
public final class UsesALibrary {

    public String name() {
        return Test.class.getName();
    }
}
