package io.productsnap.core.job;

import io.productsnap.core.policy.Require;

/** What sort of work a job is; it chooses the handler. 1 to 60 characters, no control characters. */
public record JobKind(String value) {

    public JobKind {
        Require.word(value, 60, "kind");
    }

    @Override
    public String toString() {
        return value;
    }
}
