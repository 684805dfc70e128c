package io.productsnap.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.contract.Eventually;
import io.productsnap.core.job.Claim;
import io.productsnap.core.policy.Failure;
import io.productsnap.web.Listening.Event;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class JobEventRoutesTest {

    private final House house = new House().open();
    private final House.Person ann = house.someone();
    private final Bench bench = new Bench(house);
    private final String job = ann.submits("jpeg 1");

    @AfterEach
    void close() {
        house.close();
    }

    private String path() {
        return "/api/jobs/" + job + "/events";
    }

    private String ticket() {
        return ann.call("/api/jobs/" + job + "/ticket").post().is(200).text("ticket");
    }

    private static String brief(Optional<Event> event) {
        return event.orElseThrow().brief();
    }

    @Test
    void theFirstEventIsThePresentState() {
        try (Listening listening = Listening.to(ann.call(path()))) {
            Event first = listening.next().orElseThrow();

            assertEquals("progress", first.name());
            assertEquals(
                    "{\"job_id\":\"" + job + "\",\"status\":\"queued\",\"progress\":0,\"retry_count\":0}",
                    first.data());
        }
    }

    @Test
    void aJobIsSeenFromStartToEndAndThenTheStreamEnds() {
        try (Listening listening = Listening.to(ann.call(path()))) {
            List<Event> events = new ArrayList<>();
            events.add(listening.next().orElseThrow());
            Claim claim = bench.claim();
            bench.progress(claim, 40);
            bench.tell(ann, job);
            events.add(listening.next().orElseThrow());
            bench.finish(claim);
            bench.tell(ann, job);
            events.add(listening.next().orElseThrow());

            assertEquals(
                    List.of("progress 0", "progress 40", "completed 100"),
                    events.stream().map(Event::brief).toList());
            assertTrue(Long.parseLong(events.get(0).id())
                    < Long.parseLong(events.get(1).id()));
            assertTrue(Long.parseLong(events.get(1).id())
                    < Long.parseLong(events.get(2).id()));
            assertEquals(Optional.empty(), listening.next());
        }
    }

    @Test
    void aFinishedJobHasItsLastEventAndNoMore() {
        bench.fail(bench.claim(), Failure.ofWork("No product could be found."));

        try (Listening listening = Listening.to(ann.call(path()))) {
            Event last = listening.next().orElseThrow();

            assertEquals("failed", last.name());
            assertEquals(
                    "No product could be found.",
                    Json.MAPPER.readTree(last.data()).path("error_message").stringValue());
            assertEquals(Optional.empty(), listening.next());
        }
    }

    @Test
    void aClientThatResumesIsNotToldAgainWhatItKnows() {
        Claim claim = bench.claim();
        bench.progress(claim, 40);
        String known;
        try (Listening listening = Listening.to(ann.call(path()))) {
            known = listening.next().orElseThrow().id();
        }

        try (Listening resumed = Listening.to(ann.call(path()).with("Last-Event-ID", known))) {
            bench.progress(claim, 70);
            bench.tell(ann, job);

            assertEquals("progress 70", brief(resumed.next()));
        }
    }

    @Test
    void aClientThatResumesAfterTheEndIsToldTheEnd() {
        bench.finish(bench.claim());
        String known;
        try (Listening listening = Listening.to(ann.call(path()))) {
            known = listening.next().orElseThrow().id();
        }

        try (Listening resumed = Listening.to(ann.call(path()).with("Last-Event-ID", known))) {
            assertEquals("completed 100", brief(resumed.next()));
            assertEquals(Optional.empty(), resumed.next());
        }
    }

    @Test
    void aNonsensicalLastEventIsNone() {
        try (Listening listening = Listening.to(ann.call(path()).with("Last-Event-ID", "x; drop"))) {
            assertEquals("progress 0", brief(listening.next()));
        }
    }

    @Test
    void anOldEventThatComesLateIsDropped() {
        Claim claim = bench.claim();
        bench.progress(claim, 40);
        try (Listening listening = Listening.to(ann.call(path()))) {
            assertEquals("progress 40", brief(listening.next()));

            bench.tell(ann, job);
            bench.progress(claim, 50);
            bench.tell(ann, job);

            assertEquals("progress 50", brief(listening.next()));
        }
    }

    @Test
    void aLostEventIsFoundInTheStore() {
        try (Listening listening = Listening.to(ann.call(path()))) {
            assertEquals("progress 0", brief(listening.next()));

            bench.finish(bench.claim());

            assertEquals("completed 100", brief(listening.next()), "though nobody told");
        }
    }

    @Test
    void theStreamOfADeletedJobEnds() {
        try (Listening listening = Listening.to(ann.call(path()))) {
            assertEquals("progress 0", brief(listening.next()));

            ann.call("/api/jobs/" + job).delete().is(200);

            assertEquals(Optional.empty(), listening.next());
        }
    }

    @Test
    void aTicketOpensTheStreamWithoutAHeader() {
        Answered answered = ann.call("/api/jobs/" + job + "/ticket").post().is(200);
        assertEquals(60, answered.json().path("expires_in").intValue());

        try (Listening listening = Listening.to(house.call(path() + "?ticket=" + answered.text("ticket")))) {
            assertEquals("progress 0", brief(listening.next()));
        }
    }

    @Test
    void aTicketIsForOneJobOneMinuteAndOnePerson() {
        String ticket = ticket();
        String other = ann.submits("jpeg 2");

        house.call("/api/jobs/" + other + "/events?ticket=" + ticket).get().isProblem(401);
        house.call(path() + "?ticket=" + ticket + "x").get().isProblem(401);
        house.call(path() + "?ticket=").get().isProblem(401);
        house.call("/api/jobs/" + job + "?ticket=" + ticket).get().isProblem(401);
        String forged = house.someone().call("/api/users/me").get().text("id") + ticket.substring(36);
        house.call(path() + "?ticket=" + forged).get().isProblem(401);
        house.clock.turn(Duration.ofSeconds(60));
        house.call(path() + "?ticket=" + ticket).get().isProblem(401);
    }

    @Test
    void oneHasSoManyStreamsAndNoMoreAndGetsThemBack() {
        List<Listening> open = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Listening listening = Listening.to(ann.call(path()));
            listening.next();
            open.add(listening);
        }

        ann.call(path()).get().isProblem(429).header("Retry-After");
        House.Person bob = house.someone();
        String bobs = bob.submits("jpeg 2");
        try (Listening other = Listening.to(bob.call("/api/jobs/" + bobs + "/events"))) {
            assertEquals("progress 0", brief(other.next()));
        }

        Claim claim = bench.claim();
        bench.finish(claim);
        bench.tell(ann, job);
        open.forEach(listening -> {
            assertEquals("completed 100", brief(listening.next()));
            assertEquals(Optional.empty(), listening.next());
        });
        try (Listening again = Listening.to(ann.call(path()))) {
            assertEquals("completed 100", brief(again.next()));
        }
    }

    @Test
    void stoppingEndsTheStreams() {
        try (Listening listening = Listening.to(ann.call(path()))) {
            assertEquals("progress 0", brief(listening.next()));

            house.server().stop(Duration.ofSeconds(5));

            assertEquals(Optional.empty(), listening.next());
        }
    }

    @Test
    void aListenerThatHasGoneMakesRoomForAnother() {
        for (int i = 0; i < 20; i++) {
            try (Listening listening = Listening.to(ann.call(path()))) {
                assertEquals("progress 0", brief(listening.next()));
            }
        }
        Claim claim = bench.claim();
        AtomicInteger percent = new AtomicInteger();

        // Only writing to a connection shows that nobody is at its other end.
        Eventually.until(() -> {
            bench.progress(claim, Math.min(99, percent.incrementAndGet()));
            bench.tell(ann, job);
            return status(ann.call(path())) == 200;
        });
    }

    private static int status(Call call) {
        try {
            HttpResponse<InputStream> response = Call.CLIENT.send(call.build(), BodyHandlers.ofInputStream());
            response.body().close();
            return response.statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
