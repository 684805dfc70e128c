package io.productsnap.core.job;

import io.productsnap.core.policy.Require;

/** Whose job it is: caps, quotas and fairness are counted by owner. Opaque to the engine; 1 to 200 characters. */
public record Owner(String value) {

    public Owner {
        Require.text(value, 200, "owner");
    }

    @Override
    public String toString() {
        return value;
    }
}
