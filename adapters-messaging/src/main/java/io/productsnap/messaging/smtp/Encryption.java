package io.productsnap.messaging.smtp;

import java.util.Arrays;
import java.util.Locale;

/** How the way to the mail server is encrypted. Where it is, the server's certificate and name are checked. */
public enum Encryption {
    /** Plain at first, encrypted before anything is said that matters (RFC 3207); without that, nothing is sent. */
    STARTTLS(587),
    /** From the first byte (RFC 8314). */
    TLS(465),
    /** Not at all: for a server on the same machine. */
    NONE(25);

    private final int usualPort;

    Encryption(int usualPort) {
        this.usualPort = usualPort;
    }

    /** The port where such a server usually listens. */
    public int usualPort() {
        return usualPort;
    }

    /** @throws IllegalArgumentException unless {@code text} is starttls, tls or none */
    static Encryption parse(String text) {
        return Arrays.stream(values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("SMTP_TLS must be starttls, tls or none, not: " + text));
    }
}
