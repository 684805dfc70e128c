package io.productsnap.imaging.decode;

import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Walks a PNG's chunks to IEND and checks their sums (PNG third edition, section 5). */
final class PngChunks {
    private static final int SIGNATURE = 8;
    private static final int AROUND = 12; // length, type and sum of each chunk
    /** Real profiles have up to some hundred kilobytes; a bomb would have gigabytes. */
    private static final int LARGEST_PROFILE = 4 << 20;

    private final Bytes file;
    private Optional<Bytes> exif = Optional.empty();
    private Optional<Bytes> profile = Optional.empty();

    PngChunks(Bytes file) {
        this.file = file;
    }

    Envelope read() {
        return new Envelope(reachesEnd(), false, exif, profile);
    }

    private boolean reachesEnd() {
        long at = SIGNATURE;
        while (file.has(at, AROUND)) {
            long length = file.u32(at);
            if (!file.has(at, AROUND + length) || !sumIsRight(at + 4, length + 4)) {
                return false;
            }
            if (file.textAt(at + 4, "IEND")) {
                return true;
            }
            note(at + 4, file.slice(at + 8, length));
            at += AROUND + length;
        }
        return false;
    }

    private boolean sumIsRight(long at, long length) {
        CRC32 sum = new CRC32();
        sum.update(file.slice(at, length).copy());
        return sum.getValue() == file.u32(at + length);
    }

    private void note(long type, Bytes body) {
        if (file.textAt(type, "eXIf")) {
            exif = Optional.of(body);
        }
        if (file.textAt(type, "iCCP")) {
            int name = 0;
            while (body.at(name) > 0) {
                name++;
            }
            profile = inflate(body.slice(name + 2, body.length() - name - 2L));
        }
    }

    private static Optional<Bytes> inflate(Bytes packed) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed.copy());
            byte[] whole = new byte[LARGEST_PROFILE];
            int length = inflater.inflate(whole);
            return inflater.finished()
                    ? Optional.of(new Bytes(Arrays.copyOf(whole, length), 0, length))
                    : Optional.empty();
        } catch (DataFormatException broken) {
            return Optional.empty(); // a broken profile is no reason to refuse a photo: sRGB is assumed
        } finally {
            inflater.end();
        }
    }
}
