package io.productsnap.imaging.decode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What a file is by its first bytes; its name and declared type are the sender's word and prove nothing. */
enum FileKind {
    JPEG,
    PNG,
    WEBP,
    GIF,
    BMP,
    TIFF,
    HEIC,
    AVIF,
    JPEG_XL,
    JPEG_2000,
    PHOTOSHOP;

    private static final Set<String> HEIC_BRANDS =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");
    private static final Set<String> AVIF_BRANDS = Set.of("avif", "avis");

    /** Empty: no kind of image that we have heard of. */
    static Optional<FileKind> of(byte[] file) {
        if (starts(file, 0, 0xFF, 0xD8, 0xFF)) {
            return Optional.of(JPEG);
        }
        if (starts(file, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            return Optional.of(PNG);
        }
        if (text(file, 0, 4).equals("RIFF") && text(file, 8, 4).equals("WEBP")) {
            return Optional.of(WEBP);
        }
        return foreign(file);
    }

    String label() {
        return name().replace('_', ' ');
    }

    boolean decodable() {
        return this == JPEG || this == PNG || this == WEBP;
    }

    private static Optional<FileKind> foreign(byte[] file) {
        if (text(file, 0, 4).equals("GIF8")) {
            return Optional.of(GIF);
        }
        if (text(file, 0, 2).equals("BM") && starts(file, 6, 0, 0, 0, 0)) {
            return Optional.of(BMP);
        }
        if (starts(file, 0, 'I', 'I', 42, 0) || starts(file, 0, 'M', 'M', 0, 42)) {
            return Optional.of(TIFF);
        }
        if (starts(file, 0, 0xFF, 0x0A) || text(file, 4, 4).equals("JXL ")) {
            return Optional.of(JPEG_XL);
        }
        if (text(file, 4, 4).equals("jP  ")) {
            return Optional.of(JPEG_2000);
        }
        if (text(file, 0, 4).equals("8BPS")) {
            return Optional.of(PHOTOSHOP);
        }
        return text(file, 4, 4).equals("ftyp") ? branded(text(file, 8, 4)) : Optional.empty();
    }

    private static Optional<FileKind> branded(String brand) {
        if (AVIF_BRANDS.contains(brand)) {
            return Optional.of(AVIF);
        }
        return HEIC_BRANDS.contains(brand) ? Optional.of(HEIC) : Optional.empty();
    }

    private static boolean starts(byte[] file, int at, int... magic) {
        if (file.length < at + magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((file[at + i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] file, int at, int length) {
        if (file.length < at + length) {
            return "";
        }
        return new String(Arrays.copyOfRange(file, at, at + length), StandardCharsets.ISO_8859_1);
    }
}
