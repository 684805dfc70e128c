package io.productsnap.web;

import io.productsnap.core.policy.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** A file that is part of the program; small, so it is kept in memory. Not copied: nobody changes it. */
@SuppressWarnings("ArrayRecordComponent")
record ClassPathFile(byte[] content, String etag) {

    private static final int ETAG_LENGTH = 32;

    static Optional<ClassPathFile> find(String path) {
        try (InputStream in = ClassPathFile.class.getResourceAsStream(path)) {
            if (in == null) {
                return Optional.empty();
            }
            byte[] content = in.readAllBytes();
            return Optional.of(new ClassPathFile(content, Sha256.hex(content).substring(0, ETAG_LENGTH)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + path, unreadable);
        }
    }

    /** @throws IllegalStateException when the program was built without it */
    static ClassPathFile read(String path) {
        return find(path).orElseThrow(() -> new IllegalStateException("no " + path + " on the class path"));
    }
}
