package io.productsnap.core.job;

import io.productsnap.core.policy.Require;

/** Whose job it is: caps, quotas and fairness are counted by owner. Opaque to the engine; 1 to 200 characters, no control characters. */
public record Owner(String value) {

    public Owner {
        Require.word(value, 200, "owner");
    }

    @Override
    public String toString() {
        return value;
    }
}
