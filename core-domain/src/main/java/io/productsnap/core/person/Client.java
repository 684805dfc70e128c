package io.productsnap.core.person;

import io.productsnap.core.policy.OneLine;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Where a request comes from.
 *
 * @param ip the address of the client itself, not of a proxy before it; an IPv6 one in full
 * @param device the {@code User-Agent}, one line, cut to 300 characters; empty when none was sent
 */
public record Client(String ip, String device) {

    private static final int LONGEST_DEVICE = 300;

    /** With a colon in it nothing is looked up by name. */
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

    /** A command on the machine itself. */
    public static final Client CONSOLE = new Client("", "console");

    public Client {
        device = OneLine.of(device, LONGEST_DEVICE);
    }

    /**
     * What a limit counts by. A household with IPv6 has 2^64 addresses (RFC 6177), so it is their first 64 bits there;
     * else it is the address.
     */
    public String network() {
        if (!IPV6.matcher(ip).matches()) {
            return ip;
        }
        try {
            byte[] address = InetAddress.getByName(ip).getAddress();
            return HexFormat.of().formatHex(address, 0, address.length / 2) + "::/64";
        } catch (UnknownHostException notAnAddress) {
            return ip;
        }
    }
}
