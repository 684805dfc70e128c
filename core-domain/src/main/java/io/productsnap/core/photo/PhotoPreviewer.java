package io.productsnap.core.photo;

/** Makes a small picture of a photo that was inspected before. Thread-safe. */
public interface PhotoPreviewer {

    /**
     * @param photo a photo that {@link PhotoInspector} called fine
     * @param longestSide in pixels; a smaller photo keeps its size
     * @return an upright JPEG without the photo's metadata
     */
    byte[] preview(byte[] photo, int longestSide);
}
