package io.productsnap.imaging.decode;

import java.util.Optional;

/**
 * What a file's own structure tells without decoding a pixel. ImageIO hides these: its readers only warn when a JPEG ends
 * too early, and none of them hands out the orientation.
 *
 * @param complete the structure runs to its proper end; bytes after that end do not matter (phones append previews and videos)
 * @param moving an animation, of which one frame is no photo
 * @param exif the TIFF structure with the orientation
 * @param profile an ICC profile, not yet trusted
 */
record Envelope(boolean complete, boolean moving, Optional<Bytes> exif, Optional<Bytes> profile) {

    static Envelope of(FileKind kind, byte[] file) {
        Bytes bytes = new Bytes(file, 0, file.length);
        if (kind == FileKind.JPEG) {
            return new JpegSegments(bytes).read();
        }
        return kind == FileKind.PNG ? new PngChunks(bytes).read() : new WebpChunks(bytes).read();
    }
}
