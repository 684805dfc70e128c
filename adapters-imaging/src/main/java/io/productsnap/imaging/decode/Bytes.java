package io.productsnap.imaging.decode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A view on part of a file that never reads outside it: the numbers in a hostile file point anywhere. */
final class Bytes {
    private final byte[] file;
    private final int from;
    private final int length;

    Bytes(byte[] file, int from, int length) {
        this.file = file;
        this.from = from;
        this.length = length;
    }

    int length() {
        return length;
    }

    boolean has(long at, long count) {
        return at >= 0 && count >= 0 && at + count <= length;
    }

    /** 0..255, or -1 beyond the end. */
    int at(long index) {
        return has(index, 1) ? file[from + (int) index] & 0xFF : -1;
    }

    /** Big-endian, as in JPEG and PNG; 0 beyond the end. */
    int u16(long at) {
        return has(at, 2) ? at(at) << 8 | at(at + 1) : 0;
    }

    long u32(long at) {
        return has(at, 4) ? (long) u16(at) << 16 | u16(at + 2) : 0;
    }

    /** Little-endian, as in RIFF; 0 beyond the end. */
    long u32Little(long at) {
        return has(at, 4) ? Integer.toUnsignedLong(Integer.reverseBytes((int) u32(at))) : 0;
    }

    boolean textAt(long at, String text) {
        return has(at, text.length()) && text.equals(new String(copy(at, text.length()), StandardCharsets.ISO_8859_1));
    }

    Bytes slice(long at, long count) {
        return has(at, count) ? new Bytes(file, from + (int) at, (int) count) : new Bytes(file, from, 0);
    }

    byte[] copy() {
        return copy(0, length);
    }

    private byte[] copy(long at, int count) {
        int start = from + (int) at;
        return Arrays.copyOfRange(file, start, start + count);
    }
}
