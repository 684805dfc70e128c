package io.productsnap.core.photo;

import io.productsnap.core.policy.MacKey;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * Links to files that this program serves itself, for stores that cannot make links of their own (a disk, a map in
 * memory): {@code base/key?expires=seconds&signature=…}. Thread-safe.
 */
public final class SignedPhotoLinks implements PhotoLinks {

    private final URI base;
    private final MacKey key;
    private final Clock clock;

    /** @param base the absolute address under which files are served, without a slash at its end */
    public SignedPhotoLinks(URI base, MacKey key, Clock clock) {
        this.base = base;
        this.key = key;
        this.clock = clock;
    }

    @Override
    public URI link(PhotoKey file) {
        long expires = clock.instant().plus(LIFE).getEpochSecond();
        return URI.create(base + "/" + file + "?expires=" + expires + "&signature=" + key.seal(claim(file, expires)));
    }

    /**
     * Reads a link back.
     *
     * @param file what stands behind the base
     * @return the file that may be served; empty when the link is forged, altered or expired
     */
    public Optional<PhotoKey> open(String file, String expires, String signature) {
        if (!PhotoKey.isKey(file)) {
            return Optional.empty();
        }
        try {
            long until = Long.parseLong(expires);
            PhotoKey wanted = new PhotoKey(file);
            boolean good = Long.toString(until).equals(expires)
                    && key.sealed(claim(wanted, until), signature)
                    && clock.instant().isBefore(Instant.ofEpochSecond(until));
            return good ? Optional.of(wanted) : Optional.empty();
        } catch (NumberFormatException | DateTimeException malformed) {
            return Optional.empty();
        }
    }

    private static String claim(PhotoKey file, long expires) {
        return file + "\n" + expires;
    }
}
