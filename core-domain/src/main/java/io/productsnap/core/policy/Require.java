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

    /**
     * The check for texts that are handed through and not looked into. Databases take neither a null character nor half
     * of a character pair.
     *
     * @throws IllegalArgumentException when the text has one, or more than {@code most} characters
     */
    public static String storable(String value, int most, String name) {
        that(value.length() <= most, name + " must have at most " + most + " characters: it has " + value.length());
        that(
                value.codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE),
                name + " must not have a null character or half of a surrogate pair");
        return value;
    }

    /** @throws IllegalArgumentException when the text is no {@link #text}, or has control characters or line ends */
    public static String word(String value, int most, String name) {
        text(storable(value, most, name), most, name);
        that(value.codePoints().noneMatch(OneLine::isOfNoLine), name + " must be one line, without control characters");
        return value;
    }

    /** @throws IllegalArgumentException when {@code holds} is false */
    public static void that(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
