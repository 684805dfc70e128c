package io.productsnap.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.job.JobEvent;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.JobState;
import io.productsnap.core.policy.Attempts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

final class EventStreamTest {

    private static final JobId JOB = new JobId(UUID.fromString("01936f2e-7c40-7a51-9d2b-5f0c1e8a4b77"));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final EventStream stream = new EventStream(out, -1);

    private static JobEvent event(JobState state) {
        return JobEvent.of(JOB, 1, state, new Attempts(1, 1));
    }

    private static JobEvent at(int percent) {
        return event(new JobState.Processing(Instant.EPOCH, percent));
    }

    private String sent() {
        String text = out.toString(StandardCharsets.UTF_8);
        out.reset();
        return text;
    }

    @Test
    void anEventHasItsFieldsAndIsOneLineOfJson() {
        stream.send(event(new JobState.Failed(Optional.empty(), Instant.EPOCH, "Two\nlines.")));

        assertEquals(
                "id: 511\nevent: failed\ndata: {\"job_id\":\"" + JOB + "\",\"status\":\"failed\",\"progress\":0,"
                        + "\"retry_count\":2,\"error_message\":\"Two\\nlines.\"}\n\n",
                sent());
    }

    @Test
    void whatGoesOutRises() {
        stream.send(at(50));
        sent();

        stream.send(at(50));
        stream.send(at(40));

        assertEquals("", sent());
    }

    @Test
    void afterTheEndNothingIsSent() {
        stream.send(event(new JobState.Cancelled(Optional.empty(), Instant.EPOCH)));
        assertTrue(stream.ended().isDone());
        sent();

        stream.send(event(new JobState.Cancelled(Optional.empty(), Instant.EPOCH)));
        stream.beat();

        assertEquals("", sent());
    }

    @Test
    void aBeatIsAComment() {
        stream.beat();

        assertTrue(sent().startsWith(":"));
        assertFalse(stream.ended().isDone());
    }

    @Test
    void aBeatFindsOutThatTheClientHasGone() {
        AtomicBoolean tidied = new AtomicBoolean();
        EventStream broken = new EventStream(
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("gone");
                    }
                },
                -1);
        broken.onEnd(() -> tidied.set(true));

        broken.beat();

        assertTrue(tidied.get());
    }
}
