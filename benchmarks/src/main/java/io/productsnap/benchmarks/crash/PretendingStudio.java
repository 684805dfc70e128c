package io.productsnap.benchmarks.crash;

import io.productsnap.core.job.JobHandler.Progress;
import io.productsnap.core.photo.PhotoMode;
import io.productsnap.core.photo.PhotoShot;
import io.productsnap.core.photo.PhotoStudio;
import io.productsnap.core.photo.PhotoWish;
import java.util.random.RandomGenerator;

/** Sleeps for as long as the upload says, and has the luck that it says. */
record PretendingStudio(RandomGenerator random) implements PhotoStudio {

    /** Why a {@link Task.Temper#BROKEN} one fails. Of all failures this one alone is its owner's fault. */
    static final String OWNERS_FAULT = "There is no product in this photo.";

    private static final int STEPS = 4;

    @Override
    public boolean offers(PhotoMode mode) {
        return true;
    }

    @Override
    public Answer shoot(PhotoWish wish, byte[] photo, boolean watermark, Progress progress)
            throws InterruptedException {
        Task task = Task.read(photo);
        for (int step = 1; step <= STEPS; step++) {
            // All that is pretended of the work: that it takes time, and can be interrupted.
            Thread.sleep(task.time().toMillis() / STEPS);
            progress.at(100 * step / STEPS);
        }
        return switch (task.temper()) {
            case GOOD -> new Taken(new PhotoShot(photo, photo));
            case FLAKY -> {
                if (random.nextInt(3) == 0) {
                    throw new UnluckyException();
                }
                yield new Taken(new PhotoShot(photo, photo));
            }
            case HOPELESS -> throw new UnluckyException();
            case BROKEN -> new Refused(OWNERS_FAULT);
        };
    }

    /** As a library may throw it. */
    private static final class UnluckyException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnluckyException() {
            super("no luck this time", null, false, false);
        }
    }
}
