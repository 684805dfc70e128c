package io.productsnap.core.photo;

import static io.productsnap.core.contract.Examples.NOW;
import static io.productsnap.core.contract.Examples.aJobId;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.productsnap.core.job.Fence;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.Owner;
import io.productsnap.core.policy.OrphanPolicy.Found;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JobFileTest {

    private static final String JOB = "019ac0de-1234-7abc-8def-0123456789ab";

    private final JobId job = aJobId();

    private static Optional<JobFile> read(String name) {
        return JobFile.of(new StoredFile(name, NOW));
    }

    private Optional<JobFile> of(PhotoKey key, long run) {
        return Optional.of(new JobFile(key, job, new Found(run, NOW)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann", "a", "019ac0de-1234-7abc-8def-0123456789ab", "a/shop/of/many", "shots", "uploads"})
    void whatIsWrittenForAJobIsReadBack(String owner) {
        for (PhotoFormat format : PhotoFormat.values()) {
            PhotoKey upload = PhotoOrder.uploadKey(owner, job.toString(), format);
            assertEquals(of(upload, 0), read(upload.value()));
        }
        for (long run : new long[] {1, 7, 999_999_999_999_999_999L}) {
            PhotoResult result = PhotoResult.placeFor(new Owner(owner), new Fence(job, run));
            for (PhotoKey key : result.keys()) {
                assertEquals(of(key, run), read(key.value()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "READ ME",
                "uploads/" + JOB + ".jpg",
                "uploads/ann/" + JOB,
                "uploads/ann/" + JOB + ".tmp",
                "uploads/ann/" + JOB + "/1.png",
                "uploads/ann/photo.jpg",
                "uploads/../" + JOB + ".jpg",
                "/uploads/ann/" + JOB + ".jpg",
                "other/ann/" + JOB + ".jpg",
                "shots/ann/" + JOB + ".png",
                "shots/ann/" + JOB + "/0.png",
                "shots/ann/" + JOB + "/07.png",
                "shots/ann/" + JOB + "/-7.png",
                "shots/ann/" + JOB + "/7.jpg",
                "shots/ann/" + JOB + "/7-big.png",
                "shots/ann/" + JOB + "/9999999999999999999.png",
                "backup/shots/ann/" + JOB + "/7.png"
            })
    void whatIsCalledOtherwiseIsOfNoJob(String name) {
        assertEquals(Optional.empty(), read(name));
    }
}
