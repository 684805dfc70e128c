package io.productsnap.core.job;

import io.productsnap.core.job.Settlement.Ending;
import java.time.Duration;

/**
 * Is told what an engine has done: for metrics, and for whoever embeds it. All that is told has happened, and is written in
 * the store; a process that dies between the two tells nobody.
 *
 * <p>Called on the engine's own threads, on several at a time: it must be thread-safe, and quick. What it throws is logged and
 * harms nothing. Each method does nothing unless it is overridden.
 */
public interface EngineListener {

    /** A run begins. {@link Claim#waited} says how long the job waited for it. */
    default void began(Claim claim) {}

    /**
     * A run has ended, and the store has accepted what came of it: a result, a retry, the end, or the return to the queue.
     *
     * @param ran from the claim to the settlement
     */
    default void ended(Claim claim, Ending ending, Duration ran) {}

    /** What a run came to was not accepted, and is discarded: its job had been called off, removed or taken over. */
    default void dropped(Claim claim) {}

    /** A job was taken from a dead worker; it is queued again, or has failed for good. */
    default void rescued(Job job) {}

    /** The live view of an owner's runs was wrong, and is mended. Told by {@link MendLiveRuns}. */
    default void mended(MendLiveRuns.Count wrong) {}

    /**
     * Something that an engine does over and over has failed; it is tried again.
     *
     * @param duty one of {@code turn}, {@code beat}, {@code guard}, {@code rescue}, {@code promote}, {@code recheck} (see
     *     {@link Engine}), {@code live view} or {@code event}
     */
    default void troubled(String duty, Throwable trouble) {}
}
