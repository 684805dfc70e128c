package io.productsnap.architecture.broken.elsewhere;

/** A feature that the order does not name. */
public record HasNoPlace(String name) {}
