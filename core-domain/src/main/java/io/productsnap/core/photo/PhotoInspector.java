package io.productsnap.core.photo;

import java.util.function.Function;

/** Tells whether bytes are a photo that the studio can work on. Thread-safe; bounded in time and memory for any input. */
public interface PhotoInspector {

    Inspection inspect(byte[] bytes);

    /** What was found. */
    sealed interface Inspection {
        <T> T fold(Function<Fine, T> fine, Function<Unusable, T> unusable, Function<UnknownKind, T> unknownKind);
    }

    /**
     * A whole photo of a kind we know.
     *
     * @param width in pixels, as the photo is looked at (orientation applied)
     */
    record Fine(PhotoFormat format, int width, int height) implements Inspection {
        @Override
        public <T> T fold(
                Function<Fine, T> fine, Function<Unusable, T> unusable, Function<UnknownKind, T> unknownKind) {
            return fine.apply(this);
        }
    }

    /**
     * No image, a broken one, too small a one or too large a one.
     *
     * @param why a sentence for the seller
     */
    record Unusable(String why) implements Inspection {
        @Override
        public <T> T fold(
                Function<Fine, T> fine, Function<Unusable, T> unusable, Function<UnknownKind, T> unknownKind) {
            return unusable.apply(this);
        }
    }

    /**
     * An image of a kind that nobody here can decode.
     *
     * @param why a sentence for the seller
     */
    record UnknownKind(String why) implements Inspection {
        @Override
        public <T> T fold(
                Function<Fine, T> fine, Function<Unusable, T> unusable, Function<UnknownKind, T> unknownKind) {
            return unknownKind.apply(this);
        }
    }
}
