package io.productsnap.security.argon2;

import io.productsnap.core.policy.Require;

/**
 * What an Argon2 hash costs to make (RFC 9106, section 3.1). The upper bounds are ours: a stored hash says itself what it
 * costs, and one that somebody planted must not eat the memory or a day of a core.
 *
 * @param memory KiB, 8 to 131,072 and at least 8 a lane; passlib's default is 102,400
 * @param passes over the memory, 1 to 16
 * @param lanes 1 to 16
 */
record Cost(int memory, int passes, int lanes) {

    private static final int MOST_MEMORY = 128 * 1024;
    private static final int MOST_PASSES = 16;
    private static final int MOST_LANES = 16;

    /** OWASP's first choice for argon2id (Password Storage Cheat Sheet). */
    static final Cost OURS = new Cost(19_456, 2, 1);

    Cost {
        Require.that(lanes >= 1 && lanes <= MOST_LANES, "lanes must be 1 to " + MOST_LANES + ": " + lanes);
        Require.that(passes >= 1 && passes <= MOST_PASSES, "passes must be 1 to " + MOST_PASSES + ": " + passes);
        Require.that(
                memory >= 8 * lanes && memory <= MOST_MEMORY,
                "memory must be 8 a lane to " + MOST_MEMORY + " KiB: " + memory);
    }

    /** Whether it is cheaper in any respect that an attacker gains by; more lanes make nothing cheaper in all. */
    boolean isBelow(Cost other) {
        return memory < other.memory || passes < other.passes;
    }

    /** Whether a hash needs no more memory than one of ours. */
    boolean isUsual() {
        return memory <= OURS.memory;
    }
}
