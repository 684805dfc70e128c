package io.productsnap.architecture.broken.policy;

import io.productsnap.architecture.broken.person.Person;

/** A policy that knows a feature. */
public final class UsesPerson {

    public boolean mayEnter(Person person) {
        return !person.name().isEmpty();
    }
}
