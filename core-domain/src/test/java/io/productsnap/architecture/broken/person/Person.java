package io.productsnap.architecture.broken.person;

/** Something that a policy must not know. */
public record Person(String name) {}
