package io.productsnap.messaging.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.job.JobEvent;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.JobState;
import io.productsnap.core.job.JobState.Cancelled;
import io.productsnap.core.job.JobState.Completed;
import io.productsnap.core.job.JobState.Failed;
import io.productsnap.core.job.JobState.Processing;
import io.productsnap.core.job.JobState.Queued;
import io.productsnap.core.policy.Attempts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JobEventTextTest {

    private static final JobId JOB = new JobId(UUID.fromString("01a21110-7dcb-7204-9ad1-05060859acb4"));
    private static final Instant START = Instant.parse("2026-01-02T03:04:05.678901Z");
    private static final Instant END = Instant.parse("2026-01-02T03:04:06Z");

    static Stream<JobState> states() {
        return Stream.of(
                new Queued(START),
                new Processing(START, 0),
                new Processing(START, 100),
                new Completed(START, END, ""),
                new Completed(START, END, " {\"keys\": [\"a b\",\n\"ü\"]} "),
                new Failed(Optional.of(START), END, "The picture is broken."),
                new Failed(Optional.empty(), END, "- - -"),
                new Cancelled(Optional.of(START), END),
                new Cancelled(Optional.empty(), END));
    }

    @ParameterizedTest
    @MethodSource("states")
    void whatWasWrittenIsRead(JobState state) {
        JobEvent event = new JobEvent(JOB, 123_456_789_012L, state, new Attempts(1, 2));

        assertEquals(Optional.of(event), JobEventText.read(JOB, JobEventText.write(event)));
    }

    @Test
    void theTextIsShort() {
        JobEvent event = new JobEvent(JOB, 298, new Processing(END, 41), Attempts.NONE);

        assertEquals("298 0 0 processing 2026-01-02T03:04:06Z 41", JobEventText.write(event));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "298",
                "298 0 0",
                "298 0 0 ",
                "298 0 0 queued",
                "298 0 0 queued ",
                "298 0 0 queued now",
                "298 0 0 sleeping 2026-01-02T03:04:06Z",
                "298 0 0 QUEUED 2026-01-02T03:04:06Z",
                "298 0 0 queued 2026-01-02T03:04:06Z ",
                "298 0 0 queued -",
                "-1 0 0 queued 2026-01-02T03:04:06Z",
                "298 -1 0 queued 2026-01-02T03:04:06Z",
                "298 0 4294967296 queued 2026-01-02T03:04:06Z",
                "99999999999999999999 0 0 queued 2026-01-02T03:04:06Z",
                "298 0 0 processing 2026-01-02T03:04:06Z",
                "298 0 0 processing 2026-01-02T03:04:06Z 101",
                "298 0 0 processing 2026-01-02T03:04:06Z -1",
                "298 0 0 completed 2026-01-02T03:04:06Z 2026-01-02T03:04:06Z",
                "298 0 0 cancelled 2026-01-02T03:04:06Z -",
            })
    void anythingElseIsNoEvent(String text) {
        assertTrue(JobEventText.read(JOB, text).isEmpty());
    }

    @Test
    void aVeryLongTextIsNoEvent() {
        assertTrue(JobEventText.read(JOB, "298 0 0 failed - 2026-01-02T03:04:06Z " + "x".repeat(1 << 20))
                .isEmpty());
    }

    @Test
    void noiseIsNoEvent() {
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            byte[] bytes = new byte[random.nextInt(100)];
            random.nextBytes(bytes);
            String noise = new String(bytes, StandardCharsets.ISO_8859_1);
            assertTrue(JobEventText.read(JOB, noise).isEmpty(), noise);
            assertTrue(JobEventText.read(JOB, "298 0 0 queued " + noise).isEmpty(), noise);
        }
    }
}
