package io.productsnap.web;

import io.productsnap.core.job.Job;
import io.productsnap.core.photo.PhotoMode;
import io.productsnap.core.photo.PreviewPhoto;
import io.productsnap.core.photo.RetryPhoto;
import io.productsnap.core.photo.SubmissionAnswers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** The answers to a photo that is handed in, be it for a shot or for a preview. */
record SubmissionReplies(Clock clock)
        implements SubmissionAnswers<Reply>, PreviewPhoto.Answers<Reply>, RetryPhoto.Answers<Reply> {

    /** Where to look for what becomes of it. */
    record CreatedView(String jobId, String status) {}

    @Override
    public Reply admitted(Job job) {
        return created(job);
    }

    @Override
    public Reply repeated(Job job) {
        return created(job);
    }

    private static Reply created(Job job) {
        return Answer.created(view(job));
    }

    static Reply accepted(Job job) {
        return Answer.accepted(view(job));
    }

    private static CreatedView view(Job job) {
        return new CreatedView(
                job.id().toString(), JobSummaryView.word(job.state().status()));
    }

    @Override
    public Reply again(Job job) {
        return accepted(job);
    }

    @Override
    public Reply notFailed() {
        return Problems.conflict("Only a job that has failed can be tried again.");
    }

    @Override
    public Reply photoGone() {
        return Problems.conflict("The photo of this job is not kept any more. Please upload it again.");
    }

    @Override
    public Reply unknown() {
        return Problems.noSuchJob();
    }

    @Override
    public Reply conflict() {
        return Problems.invalid("Idempotency-Key", "This key was used for another photo.");
    }

    @Override
    public Reply quotaUsedUp(Optional<Instant> until) {
        return Problems.quotaUsedUp(until, clock.instant());
    }

    @Override
    public Reply notOffered(PhotoMode mode) {
        return Problems.invalid("mode", mode.name().toLowerCase(Locale.ROOT) + " is not offered here.");
    }

    @Override
    public Reply unusable(String why) {
        return Problems.badRequest(why);
    }

    @Override
    public Reply unknownKind(String why) {
        return Problems.unsupported(why);
    }

    @Override
    public Reply preview(byte[] jpeg) {
        return new Picture(jpeg);
    }

    @Override
    public Reply tooMany(Duration retryAfter) {
        return Problems.tooMany("Too many previews. Please try again later.", retryAfter);
    }
}
