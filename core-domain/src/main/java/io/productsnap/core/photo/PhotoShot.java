package io.productsnap.core.photo;

/**
 * A finished shot; both pictures are PNG.
 *
 * <p>The arrays are handed over, not copied: they are megabytes, and nobody keeps or compares a shot.
 *
 * @param picture in full size
 * @param thumbnail at most 400 pixels on a side
 */
@SuppressWarnings("ArrayRecordComponent")
public record PhotoShot(byte[] picture, byte[] thumbnail) {}
