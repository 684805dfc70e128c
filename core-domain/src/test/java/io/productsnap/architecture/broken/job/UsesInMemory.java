package io.productsnap.architecture.broken.job;

import io.productsnap.architecture.broken.inmemory.Drawer;

/** A feature that knows what is in memory. */
public record UsesInMemory(Drawer drawer) {}
