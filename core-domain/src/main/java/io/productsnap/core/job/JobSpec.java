package io.productsnap.core.job;

import io.productsnap.core.policy.Require;

/**
 * What is to be done.
 *
 * @param payload in the handler's own words; the engine never looks into it. At most 1,000,000 characters
 * @param label what its owner calls it; it can be changed. At most 255 characters, may be empty
 */
public record JobSpec(JobKind kind, String payload, String label) {

    private static final int LONGEST_PAYLOAD = 1_000_000;

    /** The longest label. */
    public static final int LONGEST_LABEL = 255;

    public JobSpec {
        Require.storable(payload, LONGEST_PAYLOAD, "payload");
        Require.storable(label, LONGEST_LABEL, "label");
    }

    public JobSpec labelled(String other) {
        return new JobSpec(kind, payload, other);
    }
}
