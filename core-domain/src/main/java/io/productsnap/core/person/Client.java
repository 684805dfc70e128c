package io.productsnap.core.person;

/**
 * Where a request comes from.
 *
 * @param ip the address of the client itself, not of a proxy before it; an IPv6 one in full
 * @param device the {@code User-Agent}, at most 300 characters; empty when none was sent
 */
public record Client(String ip, String device) {

    private static final int LONGEST_DEVICE = 300;

    /** A command on the machine itself. */
    public static final Client CONSOLE = new Client("", "console");

    public Client {
        device = device.length() <= LONGEST_DEVICE ? device : device.substring(0, LONGEST_DEVICE);
    }
}
