package io.productsnap.core.photo;

/** What is made of a photo. */
public enum PhotoMode {
    /** The product alone, on pure white. */
    STUDIO_WHITE,
    /** The product worn by a model. */
    MODEL_TRYON,
    /** The product where it is used. */
    LIFESTYLE_SCENE
}
