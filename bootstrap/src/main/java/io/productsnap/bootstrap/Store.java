package io.productsnap.bootstrap;

import io.productsnap.persistence.s3.S3Settings;
import java.nio.file.Path;
import java.util.function.Function;

/** Where photos are kept. */
sealed interface Store {

    <T> T fold(Function<OnDisk, T> onDisk, Function<InBucket, T> inBucket);

    /** In files below a folder; this program serves them itself. */
    record OnDisk(Path folder) implements Store {
        @Override
        public <T> T fold(Function<OnDisk, T> onDisk, Function<InBucket, T> inBucket) {
            return onDisk.apply(this);
        }
    }

    /** In an S3; browsers fetch them there. */
    record InBucket(S3Settings settings) implements Store {
        @Override
        public <T> T fold(Function<OnDisk, T> onDisk, Function<InBucket, T> inBucket) {
            return inBucket.apply(this);
        }
    }
}
