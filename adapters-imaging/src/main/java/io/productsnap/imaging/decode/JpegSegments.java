package io.productsnap.imaging.decode;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Walks a JPEG's markers to its end-of-image marker (ITU-T T.81, annex B). */
final class JpegSegments {
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final String EXIF = "Exif\0\0";
    private static final String ICC = "ICC_PROFILE\0";

    private final Bytes file;
    private final Map<Integer, Bytes> profileParts = new TreeMap<>();
    private Optional<Bytes> exif = Optional.empty();

    JpegSegments(Bytes file) {
        this.file = file;
    }

    Envelope read() {
        return new Envelope(reachesEnd(), false, exif, profile());
    }

    private boolean reachesEnd() {
        int at = 0;
        while (file.has(at, 2)) {
            int marker = file.at(at + 1);
            if (file.at(at) != 0xFF || marker == 0xFF) {
                at++; // fill bytes, and stray ones that decoders skip too
            } else if (marker == EOI) {
                return true;
            } else if (marker == SOI || marker <= 1 || restarts(marker)) {
                at += 2;
            } else {
                int length = file.u16(at + 2);
                note(marker, file.slice(at + 4, Math.max(0, length - 2)));
                at += 2 + length;
                at = marker == SOS ? endOfScan(at) : at;
            }
        }
        return false;
    }

    private int endOfScan(int from) {
        int at = from;
        while (file.has(at, 2)) {
            int next = file.at(at + 1);
            boolean data = file.at(at) != 0xFF || next == 0 || restarts(next);
            if (!data) {
                return at;
            }
            at++;
        }
        return at;
    }

    private static boolean restarts(int marker) {
        return marker >= 0xD0 && marker <= 0xD7;
    }

    private void note(int marker, Bytes body) {
        if (marker == APP1 && exif.isEmpty() && body.textAt(0, EXIF)) {
            exif = Optional.of(body.slice(EXIF.length(), body.length() - EXIF.length()));
        }
        int numbers = ICC.length() + 2; // after the name: which part, of how many
        if (marker == APP2 && body.textAt(0, ICC) && body.length() > numbers) {
            profileParts.putIfAbsent(body.at(ICC.length()), body.slice(numbers, body.length() - numbers));
        }
    }

    private Optional<Bytes> profile() {
        if (profileParts.isEmpty()) {
            return Optional.empty();
        }
        byte[] whole =
                new byte[profileParts.values().stream().mapToInt(Bytes::length).sum()];
        int at = 0;
        for (Bytes part : profileParts.values()) {
            System.arraycopy(part.copy(), 0, whole, at, part.length());
            at += part.length();
        }
        return Optional.of(new Bytes(whole, 0, whole.length));
    }
}
