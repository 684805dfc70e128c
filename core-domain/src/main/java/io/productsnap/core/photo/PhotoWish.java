package io.productsnap.core.photo;

import io.productsnap.core.policy.Require;
import java.util.Optional;

/**
 * How the seller would like the shot to be.
 *
 * @param prompt the seller's own words for a generator, at most 2,000 characters; the built-in studio has no use for them
 */
public record PhotoWish(
        PhotoMode mode,
        Shadow shadow,
        Optional<String> prompt,
        Optional<Gender> gender,
        Optional<Environment> environment) {

    /** The longest prompt. */
    public static final int LONGEST_PROMPT = 2_000;

    /** Whether the product casts a soft shadow on the white. */
    public enum Shadow {
        NO_SHADOW,
        DROP_SHADOW
    }

    /** Whom the model looks like. */
    public enum Gender {
        MALE,
        FEMALE
    }

    /** Where the scene is. */
    public enum Environment {
        INDOOR,
        OUTDOOR
    }

    public PhotoWish {
        prompt.ifPresent(text -> Require.text(text, LONGEST_PROMPT, "prompt"));
    }

    /** The plain studio shot. */
    public static PhotoWish studioWhite(Shadow shadow) {
        return new PhotoWish(PhotoMode.STUDIO_WHITE, shadow, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
