package io.productsnap.messaging.redis;

import io.productsnap.core.policy.Require;

/** Takes a text apart from its front, word by word. One thread at a time. */
final class Words {

    private final String text;
    private int at;

    Words(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException when no space follows */
    String next() {
        int space = text.indexOf(' ', at);
        Require.that(space >= 0, "the text ends too early");
        String word = text.substring(at, space);
        at = space + 1;
        return word;
    }

    /** @throws IllegalArgumentException when the next word is no number from 0 to {@code most} */
    long number(long most) {
        long number = Long.parseLong(next());
        Require.that(number >= 0 && number <= most, "out of range: " + number);
        return number;
    }

    int integer() {
        return Math.toIntExact(number(Integer.MAX_VALUE));
    }

    /** All that is left, spaces and lines included. */
    String rest() {
        return text.substring(at);
    }
}
