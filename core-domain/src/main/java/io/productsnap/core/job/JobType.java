package io.productsnap.core.job;

import io.productsnap.core.job.JobHandler.Progress;
import java.util.function.Function;

/**
 * A kind of job whose payload is a value, and how that is written.
 *
 * <pre>{@code
 * JobType<Greeting> greet = new JobType<>(new JobKind("greet"), Greeting::toJson, Greeting::ofJson);
 * Engine engine = Engine.builder(store).handler(greet, (claim, greeting, progress) -> send(greeting)).build();
 * engine.submit(new Owner("ann"), greet.spec(new Greeting("hello")));
 * }</pre>
 *
 * @param read its exceptions count as failures that may pass: a program that does not know yet what another has written may
 *     be replaced by one that does
 */
public record JobType<T>(JobKind kind, Function<T, String> write, Function<String, T> read) {

    /** What is to be done, without a label. */
    public JobSpec spec(T payload) {
        return new JobSpec(kind, write.apply(payload), "");
    }

    /** A handler of such jobs. */
    public JobHandler handledBy(Handler<T> handler) {
        return (claim, progress) ->
                handler.handle(claim, read.apply(claim.spec().payload()), progress);
    }

    /** As {@link JobHandler}, given the value that the payload is. One that has something to discard is a JobHandler. */
    @FunctionalInterface
    public interface Handler<T> {
        /** @throws Exception counts as a failure that may pass */
        Outcome handle(Claim claim, T payload, Progress progress) throws Exception;
    }
}
