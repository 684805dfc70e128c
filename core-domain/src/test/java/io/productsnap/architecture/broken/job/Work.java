package io.productsnap.architecture.broken.job;

/** Something of a later feature. */
public record Work(String what) {}
