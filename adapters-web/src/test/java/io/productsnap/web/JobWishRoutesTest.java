package io.productsnap.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.policy.Failure;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What an owner wishes for a job that is there: to call it off, to have it done again. */
final class JobWishRoutesTest {

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

    @Test
    void aWaitingJobCanBeCalledOffOnce() {
        String id = ann.submits("jpeg 1");

        Answered off = ann.call("/api/jobs/" + id + "/cancel").post("").is(202);

        assertEquals(id, off.text("job_id"));
        assertEquals("cancelled", off.text("status"));
        assertEquals("cancelled", job(id).path("status").stringValue());
        ann.call("/api/jobs/" + id + "/cancel").post("").isProblem(409);
    }

    @Test
    void whatIsDoneCannotBeCalledOff() {
        String id = ann.submits("jpeg 1");
        bench.finish(bench.claim());

        ann.call("/api/jobs/" + id + "/cancel").post("").isProblem(409);

        assertEquals("completed", job(id).path("status").stringValue());
    }

    @Test
    void aFailedJobCanBeTriedAgainOnce() {
        String id = ann.submits("jpeg 1");
        bench.fail(bench.claim(), Failure.ofWork("No product could be found."));

        Answered again = ann.call("/api/jobs/" + id + "/retry").post("").is(202);

        assertEquals(id, again.text("job_id"));
        assertEquals("queued", again.text("status"));
        ann.call("/api/jobs/" + id + "/retry").post("").isProblem(409);
        bench.finish(bench.claim());
        assertEquals("completed", job(id).path("status").stringValue());
    }

    @Test
    void aFailedJobWhosePhotoIsGoneCannot() {
        String id = ann.submits("jpeg 1");
        bench.fail(bench.claim(), Failure.ofWork("No product could be found."));
        house.photos.delete(house.photos.keys());

        Answered refused = ann.call("/api/jobs/" + id + "/retry").post("").isProblem(409);

        assertTrue(refused.text("detail").contains("upload it again"));
        assertEquals("failed", job(id).path("status").stringValue());
    }

    @Test
    void nobodyCallsOffOrTriesAgainWhatIsAnothers() {
        String id = ann.submits("jpeg 1");
        House.Person bob = house.someone();

        for (String wish : List.of("/cancel", "/retry")) {
            bob.call("/api/jobs/" + id + wish).post("").isProblem(404);
            house.call("/api/jobs/" + id + wish).post("").isProblem(401);
            ann.call("/api/jobs/nonsense" + wish).post("").isProblem(404);
        }

        assertEquals("queued", job(id).path("status").stringValue());
    }
}
