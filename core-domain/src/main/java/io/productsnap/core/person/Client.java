package io.productsnap.core.person;

import io.productsnap.core.policy.OneLine;

/**
 * Where a request comes from.
 *
 * @param ip the address of the client itself, not of a proxy before it; an IPv6 one in full
 * @param device the {@code User-Agent}, one line, cut to 300 characters; empty when none was sent
 */
public record Client(String ip, String device) {

    private static final int LONGEST_DEVICE = 300;

    /** A command on the machine itself. */
    public static final Client CONSOLE = new Client("", "console");

    public Client {
        device = OneLine.of(device, LONGEST_DEVICE);
    }
}
