package io.productsnap.core.policy;

import java.time.Duration;

/** The checks that records make of their own values: each failure names the argument and the value. */
public final class Require {

    private Require() {}

    /** @throws IllegalArgumentException when {@code value < least} */
    public static int atLeast(int least, int value, String name) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be >= " + least + ": " + value);
        }
        return value;
    }

    /** @throws IllegalArgumentException when the duration is zero or negative */
    public static Duration positive(Duration value, String name) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException(name + " must be positive: " + value);
        }
        return value;
    }

    /** @throws IllegalArgumentException when the text is blank or longer than {@code most} characters */
    public static String text(String value, int most, String name) {
        if (value.isBlank() || value.length() > most) {
            throw new IllegalArgumentException(
                    name + " must have 1 to " + most + " characters, not blank: it has " + value.length());
        }
        return value;
    }

    /** @throws IllegalArgumentException when {@code holds} is false */
    public static void that(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
