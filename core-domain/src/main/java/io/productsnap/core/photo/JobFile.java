package io.productsnap.core.photo;

import io.productsnap.core.job.JobId;
import io.productsnap.core.policy.OrphanPolicy.Found;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file that was stored for a job, by its name: the reading of what {@link PhotoOrder#uploadKey} and
 * {@link PhotoResult#placeFor} write.
 */
record JobFile(PhotoKey key, JobId job, Found found) {

    private static final String OWNER = "(?:[^/]+/)+";
    private static final String JOB = "(?<job>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
    private static final Pattern UPLOAD = Pattern.compile("uploads/" + OWNER + JOB + "\\.(?:jpg|png|webp)");
    private static final Pattern SHOT =
            Pattern.compile("shots/" + OWNER + JOB + "/(?<run>[1-9][0-9]{0,17})(?:-thumbnail)?\\.png");

    /** @return empty when no file of a job is ever called so */
    static Optional<JobFile> of(StoredFile file) {
        // First the key: it is short, and safe to look into.
        if (!PhotoKey.isKey(file.name())) {
            return Optional.empty();
        }
        Matcher upload = UPLOAD.matcher(file.name());
        if (upload.matches()) {
            return Optional.of(of(file, upload, 0));
        }
        Matcher shot = SHOT.matcher(file.name());
        return shot.matches() ? Optional.of(of(file, shot, Long.parseLong(shot.group("run")))) : Optional.empty();
    }

    private static JobFile of(StoredFile file, Matcher name, long run) {
        JobId job = JobId.parse(name.group("job")).orElseThrow();
        return new JobFile(new PhotoKey(file.name()), job, new Found(run, file.written()));
    }
}
