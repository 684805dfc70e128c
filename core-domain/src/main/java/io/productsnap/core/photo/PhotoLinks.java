package io.productsnap.core.photo;

import java.net.URI;
import java.time.Duration;

/** Makes links by which anybody who has one can fetch one file, for a while. Thread-safe; asks no server. */
public interface PhotoLinks {

    /** How long a link is good. */
    Duration LIFE = Duration.ofHours(1);

    /** @return an absolute link that expires after {@link #LIFE}; whether the file exists is not looked at */
    URI link(PhotoKey key);
}
