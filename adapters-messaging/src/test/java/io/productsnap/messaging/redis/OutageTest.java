package io.productsnap.messaging.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.contract.AtOnce;
import java.net.ConnectException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.slf4j.event.EventRecordingLogger;
import org.slf4j.event.Level;
import org.slf4j.event.SubstituteLoggingEvent;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.helpers.SubstituteLogger;

final class OutageTest {

    private static final long SECOND = 1_000_000_000;

    private final AtomicLong time = new AtomicLong(Long.MAX_VALUE - SECOND / 2);
    private final Queue<SubstituteLoggingEvent> lines = new ConcurrentLinkedQueue<>();
    private final Outage outage = new Outage(
            new EventRecordingLogger(new SubstituteLogger("test", lines, false), lines), "we manage", time::get);

    @Test
    void aServerThatIsWellIsAskedByEverybody() {
        assertTrue(outage.mayAsk());
        outage.worked();

        assertTrue(outage.mayAsk());
        assertTrue(lines.isEmpty());
    }

    @Test
    void aServerThatIsAwayIsAskedOnceASecond() {
        outage.failed(new IllegalStateException());
        assertFalse(outage.mayAsk());

        time.addAndGet(SECOND);
        List<Boolean> asked = AtOnce.times(20, thread -> outage.mayAsk());

        assertEquals(1, asked.stream().filter(may -> may).count());
    }

    @Test
    void anOutageIsToldOnceAndSoIsItsEnd() {
        outage.failed(new IllegalStateException(new ConnectException("refused")));
        outage.failed(new IllegalStateException(new ConnectException("refused")));
        outage.worked();
        outage.worked();
        assertTrue(outage.mayAsk());
        outage.failed(new IllegalStateException(new ConnectException("refused")));

        assertEquals(
                List.of(
                        "Redis does not answer; we manage: java.net.ConnectException: refused",
                        "Redis answers again",
                        "Redis does not answer; we manage: java.net.ConnectException: refused"),
                told());
    }

    private List<String> told() {
        return lines.stream()
                .filter(line -> line.getLevel() != Level.DEBUG)
                .map(line -> MessageFormatter.basicArrayFormat(line.getMessage(), line.getArgumentArray()))
                .toList();
    }
}
