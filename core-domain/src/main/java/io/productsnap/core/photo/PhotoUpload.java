package io.productsnap.core.photo;

import io.productsnap.core.job.JobSpec;
import io.productsnap.core.policy.OneLine;
import io.productsnap.core.policy.Sha256;
import java.nio.charset.StandardCharsets;

/**
 * A photo as a seller sends it.
 *
 * @param content not copied: it is megabytes, and nobody changes it
 * @param filename as the seller's device calls it; shortened to what a label may have, without control characters
 * @param mediaType what the sender says it is; {@code application/octet-stream} when nothing is said
 */
@SuppressWarnings("ArrayRecordComponent")
public record PhotoUpload(byte[] content, String filename, String mediaType, PhotoWish wish) {

    public PhotoUpload {
        filename = asLabel(filename);
    }

    /** What a text becomes as a label: one line, not too long. */
    public static String asLabel(String text) {
        return OneLine.of(text, JobSpec.LONGEST_LABEL);
    }

    /** Two uploads with the same one ask for the same thing. */
    String fingerprint() {
        return Sha256.hex(content, wish.toString().getBytes(StandardCharsets.UTF_8));
    }
}
