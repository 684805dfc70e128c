package io.productsnap.core.photo;

import io.productsnap.core.job.JobHandler.Progress;
import java.util.function.Function;

/** Makes the shot. Thread-safe; stops soon after its thread is interrupted. */
public interface PhotoStudio {

    /** Whether it can do this at all, as it is configured. */
    boolean offers(PhotoMode mode);

    /**
     * @param photo the upload, as it came
     * @param watermark whether the shot is marked as one of a free plan
     * @throws InterruptedException when its thread is interrupted
     */
    Answer shoot(PhotoWish wish, byte[] photo, boolean watermark, Progress progress) throws InterruptedException;

    /** What came of it. */
    sealed interface Answer {
        <T> T fold(Function<Taken, T> taken, Function<Refused, T> refused);
    }

    /** A finished shot. */
    record Taken(PhotoShot shot) implements Answer {
        @Override
        public <T> T fold(Function<Taken, T> taken, Function<Refused, T> refused) {
            return taken.apply(this);
        }
    }

    /**
     * Nothing can be made of this photo, however often it is tried: no product to be found, say.
     *
     * @param why a sentence that tells the seller what to do better
     */
    record Refused(String why) implements Answer {
        @Override
        public <T> T fold(Function<Taken, T> taken, Function<Refused, T> refused) {
            return refused.apply(this);
        }
    }
}
