package io.productsnap.imaging.decode;

import java.util.Optional;

/** Walks a WebP's RIFF chunks (RFC 9649, section 2). */
final class WebpChunks {
    private static final int HEADER = 12;
    private static final int ANIMATION_FLAG = 0x02;

    private final Bytes file;
    private boolean moving;
    private boolean pixels;
    private Optional<Bytes> exif = Optional.empty();
    private Optional<Bytes> profile = Optional.empty();

    WebpChunks(Bytes file) {
        this.file = file;
    }

    Envelope read() {
        boolean whole = reachesEnd();
        return new Envelope(whole && pixels, moving, exif, profile);
    }

    private boolean reachesEnd() {
        long end = 8 + file.u32Little(4);
        long at = HEADER;
        while (at + 8 <= end) {
            long length = file.u32Little(at + 4);
            if (!file.has(at + 8, length)) {
                return false;
            }
            note(at, file.slice(at + 8, length));
            at += 8 + length + (length & 1);
        }
        return true;
    }

    private void note(long type, Bytes body) {
        if (file.textAt(type, "VP8X")) {
            moving = (body.at(0) & ANIMATION_FLAG) != 0;
        } else if (file.textAt(type, "VP8 ") || file.textAt(type, "VP8L") || file.textAt(type, "ANMF")) {
            pixels = true;
        } else if (file.textAt(type, "EXIF")) {
            boolean prefixed = body.textAt(0, "Exif\0\0"); // some writers keep JPEG's prefix
            exif = Optional.of(prefixed ? body.slice(6, body.length() - 6) : body);
        } else if (file.textAt(type, "ICCP")) {
            profile = Optional.of(body);
        }
    }
}
