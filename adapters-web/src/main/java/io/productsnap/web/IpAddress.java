package io.productsnap.web;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** An IP address that is spelled out; names are never looked up. An IPv4 address inside an IPv6 one is the IPv4 one. */
record IpAddress(InetAddress value) {

    private static final Pattern V4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    /** @param text also in brackets, or with the port that some proxies add */
    static Optional<IpAddress> parse(String text) {
        String bare = withoutPort(text.strip());
        if (!V4.matcher(bare).matches() && !V6.matcher(bare).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new IpAddress(InetAddress.getByName(bare)));
        } catch (UnknownHostException malformed) {
            return Optional.empty();
        }
    }

    private static String withoutPort(String text) {
        if (text.startsWith("[")) {
            int end = text.indexOf(']');
            return end < 0 ? "" : text.substring(1, end);
        }
        int colon = text.indexOf(':');
        boolean onlyOne = colon >= 0 && colon == text.lastIndexOf(':');
        return onlyOne ? text.substring(0, colon) : text;
    }

    byte[] bytes() {
        return value.getAddress();
    }

    boolean isV4() {
        return value instanceof Inet4Address;
    }

    /** An IPv6 address has all its eight groups, so that its first four can be told without parsing it. */
    @Override
    public String toString() {
        return value.getHostAddress();
    }
}
