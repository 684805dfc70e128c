package io.productsnap.core.photo;

import java.time.Instant;

/**
 * A file that was found in a photo store.
 *
 * @param name its key; of a file that others have put there, whatever it is called
 * @param written when, by the store's own clock
 */
public record StoredFile(String name, Instant written) {}
