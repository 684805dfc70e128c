package io.productsnap.web;

import io.productsnap.core.policy.Require;

/**
 * All addresses that begin with the same bits.
 *
 * @param bits how many
 */
record Network(IpAddress first, int bits) {

    Network {
        int most = first.bytes().length * Byte.SIZE;
        Require.that(bits >= 0 && bits <= most, "a network of " + first + " has 0 to " + most + " bits: " + bits);
    }

    /** @throws IllegalArgumentException when it is neither {@code address/bits} nor an address */
    static Network parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        IpAddress first = IpAddress.parse(address)
                .orElseThrow(() -> new IllegalArgumentException("not a network, as 10.0.0.0/8: " + text));
        return new Network(first, slash < 0 ? first.bytes().length * Byte.SIZE : bits(text, slash));
    }

    private static int bits(String text, int slash) {
        try {
            return Integer.parseInt(text.substring(slash + 1));
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException("not a network, as 10.0.0.0/8: " + text, noNumber);
        }
    }

    boolean contains(IpAddress address) {
        byte[] mine = first.bytes();
        byte[] other = address.bytes();
        if (mine.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if (((mine[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
