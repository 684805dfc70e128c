package io.productsnap.core.photo;

import io.productsnap.core.job.Job;
import java.time.Instant;
import java.util.Optional;

/** What can become of a photo that is handed in: whoever submits one has an answer for each. */
public interface SubmissionAnswers<T> {

    /** It is queued. */
    T admitted(Job job);

    /** It came before, and this is its job; nothing was counted again. */
    T repeated(Job job);

    /** Another photo came before under the same key. */
    T conflict();

    /** @param until when the quota is whole again; empty when never */
    T quotaUsedUp(Optional<Instant> until);

    /** Nobody here makes such shots. */
    T notOffered(PhotoMode mode);

    /** It is no photo that can be worked on. */
    T unusable(String why);

    /** It is an image of a kind that nobody here can decode. */
    T unknownKind(String why);
}
