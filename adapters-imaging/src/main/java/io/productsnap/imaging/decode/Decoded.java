package io.productsnap.imaging.decode;

import java.util.function.Function;

/** Pixels, or a sentence for the person who sent the file. */
public sealed interface Decoded {
    <T> T fold(Function<Photo, T> photo, Function<String, T> broken);

    record Pixels(Photo photo) implements Decoded {
        @Override
        public <T> T fold(Function<Photo, T> photo, Function<String, T> broken) {
            return photo.apply(this.photo);
        }
    }

    record Broken(String why) implements Decoded {
        @Override
        public <T> T fold(Function<Photo, T> photo, Function<String, T> broken) {
            return broken.apply(why);
        }
    }
}
