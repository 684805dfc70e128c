package io.productsnap.benchmarks.crash;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What is in an upload: how long its shot takes, and how it goes. */
record Task(Duration time, Temper temper) {

    /** How a shot goes. */
    enum Temper {
        GOOD,
        /** Fails now and then, for a reason that passes. */
        FLAKY,
        /** Fails each time, for a reason that might pass: given up after the last retry, and not charged. */
        HOPELESS,
        /** Nothing can be made of it: given up at once, and charged. */
        BROKEN
    }

    byte[] upload() {
        return (time.toMillis() + " " + temper).getBytes(StandardCharsets.US_ASCII);
    }

    static Task read(byte[] upload) {
        String[] words = new String(upload, StandardCharsets.US_ASCII).split(" ", 2);
        return new Task(Duration.ofMillis(Long.parseLong(words[0])), Temper.valueOf(words[1]));
    }
}
