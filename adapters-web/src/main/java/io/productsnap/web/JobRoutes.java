package io.productsnap.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.productsnap.core.job.CancelJob;
import io.productsnap.core.job.Job;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.JobPage;
import io.productsnap.core.job.JobSpec;
import io.productsnap.core.job.JobStore;
import io.productsnap.core.job.Owner;
import io.productsnap.core.person.UserId;
import io.productsnap.core.photo.PhotoUpload;
import io.productsnap.core.user.User;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** From a photo to a shot: {@code /api/jobs}, {@code /api/preview}. */
final class JobRoutes {

    private static final int LONGEST_KEY = 255;

    private final WebApp.Photos photos;
    private final JobStore jobs;
    private final Callers callers;
    private final CancelJob cancelJob;
    private final SubmissionReplies replies;
    private final PhotoForms forms;

    JobRoutes(WebApp app, Callers callers, long maxUpload) {
        this.photos = app.photos();
        this.jobs = app.photos().jobs().store();
        this.cancelJob = new CancelJob(jobs, app.photos().jobs().events(), app.clock());
        this.callers = callers;
        this.replies = new SubmissionReplies(app.clock());
        this.forms = new PhotoForms(maxUpload);
    }

    void install(RoutesConfig routes) {
        WrongMethod.installAllBut(List.of(HandlerType.POST), routes, "/api/jobs/create");
        WrongMethod.installAllBut(List.of(HandlerType.GET, HandlerType.HEAD), routes, "/api/jobs/list");
        routes.post("/api/jobs/create", this::create);
        ReadRoutes.get(routes, "/api/jobs/list", this::list);
        ReadRoutes.get(routes, "/api/jobs/{id}", this::get);
        routes.patch("/api/jobs/{id}", this::rename);
        routes.delete("/api/jobs/{id}", this::remove);
        routes.post("/api/jobs/{id}/cancel", this::cancel);
        routes.post("/api/jobs/{id}/retry", this::retry);
        routes.post("/api/preview/generate", this::preview);
    }

    private void create(Context ctx) {
        Owner owner = owner(ctx);
        Optional<String> key = idempotencyKey(ctx);
        forms.read(ctx, form -> photos.submit().submit(owner, form.upload(), key, replies))
                .to(ctx);
    }

    private static Optional<String> idempotencyKey(Context ctx) {
        List<String> sent = Collections.list(ctx.req().getHeaders("Idempotency-Key"));
        boolean fine = sent.stream().allMatch(key -> !key.isBlank() && key.length() <= LONGEST_KEY);
        if (sent.size() > 1 || !fine) {
            throw new ProblemException(
                    Problems.badRequest("An Idempotency-Key has 1 to " + LONGEST_KEY + " characters."));
        }
        return sent.stream().findFirst();
    }

    private void list(Context ctx) {
        Owner owner = owner(ctx);
        JobPage page = jobs.list(owner, JobListing.read(ctx));
        Answer.ok(JobListing.PageView.of(page, photos.links())).to(ctx);
    }

    private void get(Context ctx) {
        Owner owner = owner(ctx);
        Job job = jobs.find(owner, id(ctx)).orElseThrow(() -> new ProblemException(Problems.noSuchJob()));
        Answer.ok(JobView.of(job, photos.links())).to(ctx);
    }

    private record RenamedView(String id, String inputFilename, String message) {}

    private void rename(Context ctx) {
        Owner owner = owner(ctx);
        JobId id = id(ctx);
        String label = label(JsonFields.read(ctx));
        Reply reply = jobs.relabel(owner, id, label)
                ? Answer.ok(new RenamedView(id.toString(), label, "Renamed."))
                : Problems.noSuchJob();
        reply.to(ctx);
    }

    private static String label(JsonFields fields) {
        String wanted = fields.text("input_filename", "Please enter a name.");
        fields.check();
        String label = PhotoUpload.asLabel(wanted);
        if (label.isBlank() || wanted.length() > JobSpec.LONGEST_LABEL) {
            throw new ProblemException(
                    Problems.invalid("input_filename", "A name has 1 to " + JobSpec.LONGEST_LABEL + " characters."));
        }
        return label;
    }

    private void remove(Context ctx) {
        Owner owner = owner(ctx);
        Reply reply =
                photos.remove().remove(owner, id(ctx)) ? Answer.said("The job is deleted.") : Problems.noSuchJob();
        reply.to(ctx);
    }

    private void cancel(Context ctx) {
        Owner owner = owner(ctx);
        cancelJob
                .cancel(owner, id(ctx))
                .fold(
                        cancelled -> SubmissionReplies.accepted(cancelled.job()),
                        tooLate -> Problems.conflict("The job has come to its end already."),
                        Problems::noSuchJob)
                .to(ctx);
    }

    private void retry(Context ctx) {
        Owner owner = owner(ctx);
        photos.retry().retry(owner, id(ctx), replies).to(ctx);
    }

    private void preview(Context ctx) {
        UserId user = callers.demand(ctx).user();
        forms.read(ctx, form -> photos.preview().preview(user.toString(), form.photo(), replies))
                .to(ctx);
    }

    private Owner owner(Context ctx) {
        return User.owner(callers.demand(ctx).user());
    }

    /** What is no id is nobody's job. */
    static JobId id(Context ctx) {
        return JobId.parse(ctx.pathParam("id")).orElseThrow(() -> new ProblemException(Problems.noSuchJob()));
    }
}
