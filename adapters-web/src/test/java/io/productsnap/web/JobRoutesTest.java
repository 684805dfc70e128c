package io.productsnap.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.job.Allowance;
import io.productsnap.core.job.Claim;
import io.productsnap.core.job.Owner;
import io.productsnap.core.payment.Plan;
import io.productsnap.core.payment.PlanLimits;
import io.productsnap.core.policy.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class JobRoutesTest {

    private final House house = new House().open();
    private final House.Person ann = house.someone();
    private final Bench bench = new Bench(house);

    @AfterEach
    void close() {
        house.close();
    }

    private JsonNode job(String id) {
        return ann.call("/api/jobs/" + id).get().is(200).json();
    }

    private static List<String> ids(JsonNode page) {
        return page.path("jobs")
                .valueStream()
                .map(job -> job.path("id").stringValue())
                .toList();
    }

    @Test
    void aNewJobIsQueued() {
        Answered answered =
                ann.call("/api/jobs/create").post(Form.ofPhoto("jpeg 1")).is(201);

        assertEquals(List.of("job_id", "status"), List.copyOf(answered.json().propertyNames()));
        assertEquals("queued", answered.text("status"));
    }

    @Test
    void aJobHasAllItsFields() {
        String id = ann.submits("jpeg 1");

        JsonNode job = job(id);

        assertEquals(
                List.of(
                        "id",
                        "mode",
                        "status",
                        "progress",
                        "created_at",
                        "thumbnail_url",
                        "result_urls",
                        "input_filename",
                        "error_message",
                        "input_url",
                        "started_at",
                        "completed_at",
                        "processing_time_seconds",
                        "retry_count"),
                List.copyOf(job.propertyNames()));
        assertEquals(id, job.path("id").stringValue());
        assertEquals("studio_white", job.path("mode").stringValue());
        assertEquals("mug.jpg", job.path("input_filename").stringValue());
        assertTrue(job.path("result_urls").isArray() && job.path("result_urls").isEmpty());
        assertTrue(job.path("processing_time_seconds").isNull());
    }

    @Test
    void aFinishedJobHasLinksThatWork() {
        String id = ann.submits("jpeg 1");
        Claim claim = bench.claim();
        house.clock.turn(Duration.ofMillis(1_500));
        bench.finish(claim);

        JsonNode job = job(id);

        assertEquals("completed", job.path("status").stringValue());
        assertEquals(100, job.path("progress").intValue());
        assertEquals(1.5, job.path("processing_time_seconds").doubleValue());
        assertEquals("2026-11-23T05:02:00Z", job.path("started_at").stringValue());
        assertEquals("2026-11-23T05:02:01.500Z", job.path("completed_at").stringValue());
        assertEquals(
                "a shot",
                house.follow(job.path("result_urls").path(0).stringValue())
                        .is(200)
                        .text());
        assertEquals(
                "a thumbnail",
                house.follow(job.path("thumbnail_url").stringValue()).is(200).text());
        assertEquals(
                "jpeg 1",
                house.follow(job.path("input_url").stringValue()).is(200).text());
    }

    @Test
    void aFailedJobSaysWhy() {
        String id = ann.submits("jpeg 1");
        bench.fail(bench.claim(), Failure.ofWork("No product could be found."));

        JsonNode job = job(id);

        assertEquals("failed", job.path("status").stringValue());
        assertEquals("No product could be found.", job.path("error_message").stringValue());
    }

    @Test
    void listsAreNewestFirstAndPaged() {
        String first = ann.submits("jpeg 1");
        house.clock.turn(Duration.ofMillis(1));
        String second = ann.submits("jpeg 2");
        house.clock.turn(Duration.ofMillis(1));
        String third = ann.submits("jpeg 3");

        JsonNode page = ann.call("/api/jobs/list?limit=2").get().is(200).json();

        assertEquals(List.of(third, second), ids(page));
        String cursor = page.path("next_cursor").stringValue();
        JsonNode rest = ann.call("/api/jobs/list?limit=2&offset=99&cursor=" + cursor)
                .get()
                .json();
        assertEquals(List.of(first), ids(rest), "a cursor beats an offset");
        assertTrue(rest.path("next_cursor").isNull());
        assertEquals(
                List.of(first), ids(ann.call("/api/jobs/list?offset=2").get().json()));
    }

    @Test
    void listsCanBeOfOneStatus() {
        String done = ann.submits("jpeg 1");
        house.clock.turn(Duration.ofMillis(1));
        String waiting = ann.submits("jpeg 2");
        bench.finish(bench.claim());

        assertEquals(
                List.of(done),
                ids(ann.call("/api/jobs/list?status=completed").get().json()));
        assertEquals(
                List.of(waiting),
                ids(ann.call("/api/jobs/list?status=queued").get().json()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=x", "limit=", "limit=99999999999"})
    void aLimitOutOfRangeIsComplainedOf(String query) {
        ann.call("/api/jobs/list?" + query).get().complainsOf("limit");
    }

    @Test
    void otherBadQueriesAreToldToo() {
        ann.call("/api/jobs/list?offset=10001").get().complainsOf("offset");
        ann.call("/api/jobs/list?offset=-1&limit=0&status=done").get().complainsOf("limit", "offset", "status");
        ann.call("/api/jobs/list?cursor=x").get().isProblem(400);
        ann.call("/api/jobs/list?cursor=").get().isProblem(400);
        ann.call("/api/jobs/list?offset=10000&limit=100").get().is(200);
    }

    @Test
    void anotherPersonsJobIsNotThere() {
        String id = ann.submits("jpeg 1");
        House.Person bob = house.someone();

        bob.call("/api/jobs/" + id).get().isProblem(404);
        bob.call("/api/jobs/" + id).json("PATCH", "{'input_filename':'mine'}").isProblem(404);
        bob.call("/api/jobs/" + id).delete().isProblem(404);
        bob.call("/api/jobs/" + id + "/ticket").post().isProblem(404);
        bob.call("/api/jobs/" + id + "/events").get().isProblem(404);
        assertEquals(List.of(), ids(bob.call("/api/jobs/list").get().json()));
        assertEquals("mug.jpg", job(id).path("input_filename").stringValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "01936f2e-7c40-7a51-9d2b-5f0c1e8a4b77", "1-1-1-1-1", "%F0%9F%98%80", "..%3B"})
    void whatIsNoJobIsNotThere(String id) {
        ann.call("/api/jobs/" + id).get().isProblem(404);
        ann.call("/api/jobs/" + id).delete().isProblem(404);
        ann.call("/api/jobs/" + id + "/ticket").post().isProblem(404);
    }

    @Test
    void everyPathWantsToKnowWhoCalls() {
        String id = ann.submits("jpeg 1");

        house.call("/api/jobs/create").post(Form.ofPhoto("jpeg 2")).isProblem(401);
        house.call("/api/jobs/list").get().isProblem(401);
        house.call("/api/jobs/" + id).get().isProblem(401);
        house.call("/api/jobs/" + id).json("PATCH", "{}").isProblem(401);
        house.call("/api/jobs/" + id).delete().isProblem(401);
        house.call("/api/jobs/" + id + "/ticket").post().isProblem(401);
        house.call("/api/jobs/" + id + "/events").get().isProblem(401);
        house.call("/api/preview/generate").post(Form.ofPhoto("jpeg 2")).isProblem(401);
        assertEquals(1, house.photos.keys().size());
    }

    @Test
    void aJobCanBeRenamed() {
        String id = ann.submits("jpeg 1");

        Answered renamed = ann.call("/api/jobs/" + id)
                .json("PATCH", "{'input_filename':' a\\u0000 blue\\n mug 😀 '}")
                .is(200);

        assertEquals("a blue mug 😀", renamed.text("input_filename"));
        assertEquals(id, renamed.text("id"));
        assertEquals("a blue mug 😀", job(id).path("input_filename").stringValue());
    }

    @Test
    void aNameThatIsNoneIsComplainedOf() {
        String id = ann.submits("jpeg 1");
        Call[] calls = new Call[6];
        for (int i = 0; i < calls.length; i++) {
            calls[i] = ann.call("/api/jobs/" + id);
        }

        calls[0].json("PATCH", "{}").complainsOf("input_filename");
        calls[1].json("PATCH", "{'input_filename':''}").complainsOf("input_filename");
        calls[2].json("PATCH", "{'input_filename':' \\u0007 '}").complainsOf("input_filename");
        calls[3].json("PATCH", "{'input_filename':'" + "x".repeat(256) + "'}").complainsOf("input_filename");
        calls[4].json("PATCH", "{'input_filename':7}").complainsOf("input_filename");
        calls[5].json("PATCH", "{'input_filename':'" + "x".repeat(255) + "'}").is(200);
    }

    @Test
    void aDeletedJobIsGoneWithItsFiles() {
        String id = ann.submits("jpeg 1");
        bench.finish(bench.claim());
        String shot = job(id).path("result_urls").path(0).stringValue();

        ann.call("/api/jobs/" + id).delete().is(200);

        assertEquals(Set.of(), house.photos.keys());
        ann.call("/api/jobs/" + id).get().isProblem(404);
        ann.call("/api/jobs/" + id).delete().isProblem(404);
        assertEquals(404, house.follow(shot).status());
    }

    @Test
    void theFreeQuotaIsNeverWholeAgain() {
        for (int i = 0; i < 5; i++) {
            ann.submits("jpeg " + i);
        }

        Answered refused =
                ann.call("/api/jobs/create").post(Form.ofPhoto("jpeg 6")).isProblem(429);

        assertFalse(refused.has("Retry-After"));
        assertEquals(5, house.photos.keys().size(), "nothing of the refused one is left");
    }

    @Test
    void aMonthlyQuotaTellsTheDayItComesBack() {
        Owner owner = new Owner(ann.call("/api/users/me").get().text("id"));
        PlanLimits one =
                new PlanLimits(PlanLimits.DEFAULT.free(), new PlanLimits.Limit(1, 1, 1), PlanLimits.DEFAULT.pro());
        house.jobs.allow(owner, new Allowance.Lasting(one.terms(Plan.BASIC_MONTHLY, House.NOW)));
        ann.submits("jpeg 1");

        Answered refused =
                ann.call("/api/jobs/create").post(Form.ofPhoto("jpeg 2")).isProblem(429);

        assertTrue(refused.text("detail").contains("23 December 2026"), refused::toString);
        long seconds = Duration.between(house.clock.instant(), House.NOW.plus(Duration.ofDays(30)))
                .toSeconds();
        assertEquals(Long.toString(seconds), refused.header("Retry-After"));
    }

    @Test
    void overTheCapAJobWaits() {
        ann.submits("jpeg 1");
        bench.claim();

        ann.submits("jpeg 2");

        assertEquals(
                1,
                ann.call("/api/users/stats")
                        .get()
                        .json()
                        .path("concurrent_jobs")
                        .intValue());
    }

    @Test
    void theSameKeyAndPhotoAreOneJob() {
        String first = create("a key", "jpeg 1").is(201).text("job_id");

        assertEquals(first, create("a key", "jpeg 1").is(201).text("job_id"));
        create("a key", "jpeg 2").complainsOf("Idempotency-Key");

        assertEquals(
                1,
                ann.call("/api/users/stats")
                        .get()
                        .json()
                        .path("current_period_usage")
                        .intValue());
        assertEquals(1, house.photos.keys().size());
    }

    @Test
    void aKeyHas1To255Characters() {
        create("k".repeat(255), "jpeg 1").is(201);
        create("k".repeat(256), "jpeg 2").isProblem(400);
        create("", "jpeg 3").isProblem(400);
        ann.call("/api/jobs/create")
                .with("Idempotency-Key", "one")
                .with("Idempotency-Key", "two")
                .post(Form.ofPhoto("jpeg 4"))
                .isProblem(400);
        assertEquals(1, house.photos.keys().size());
    }

    private Answered create(String key, String photo) {
        return ann.call("/api/jobs/create").with("Idempotency-Key", key).post(Form.ofPhoto(photo));
    }

    @Test
    void aPreviewIsAJpegAndLimited() {
        for (int i = 0; i < 5; i++) {
            Answered preview = ann.call("/api/preview/generate")
                    .post(Form.ofPhoto("jpeg 1"))
                    .is(200);
            assertEquals("image/jpeg", preview.header("Content-Type"));
            assertEquals("preview at most 800", preview.text());
        }

        ann.call("/api/preview/generate")
                .post(Form.ofPhoto("jpeg 1"))
                .isProblem(429)
                .header("Retry-After");

        house.someone()
                .call("/api/preview/generate")
                .post(Form.ofPhoto("jpeg 1"))
                .is(200);
        assertEquals(Set.of(), house.photos.keys());
    }

    @Test
    void aPreviewOfNoPhotoIsRefused() {
        ann.call("/api/preview/generate").post(Form.ofPhoto("text")).isProblem(400);
        ann.call("/api/preview/generate").post(Form.ofPhoto("heic")).isProblem(415);
        ann.call("/api/preview/generate").post(new Form().text("mode", "x")).complainsOf("file");
    }
}
