package io.productsnap.core.job;

import io.productsnap.core.mail.Mail;
import io.productsnap.core.policy.Failure;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** What a worker asks the store to write about a job it had claimed. The store does so only if the fence still holds. */
public record Settlement(Fence fence, Owner owner, Ending ending) {

    /** The mails that go with it. */
    public List<Mail> mails() {
        return ending.fold(Done::mails, retry -> List.of(), givenUp -> List.of(), handedBack -> List.of());
    }

    /** How the claim ends. */
    public sealed interface Ending {
        <T> T fold(
                Function<Done, T> done,
                Function<Retry, T> retry,
                Function<GivenUp, T> givenUp,
                Function<HandedBack, T> handedBack);
    }

    /**
     * The job is completed.
     *
     * @param mails written to the outbox with it, and only if it is accepted
     */
    public record Done(String result, List<Mail> mails) implements Ending {

        public Done {
            mails = List.copyOf(mails);
        }

        public Done(String result) {
            this(result, List.of());
        }

        @Override
        public <T> T fold(
                Function<Done, T> done,
                Function<Retry, T> retry,
                Function<GivenUp, T> givenUp,
                Function<HandedBack, T> handedBack) {
            return done.apply(this);
        }
    }

    /**
     * The job is to run again; a retry is spent on the failure's cause.
     *
     * @param due not to be started before
     */
    public record Retry(Failure failure, Instant due) implements Ending {
        @Override
        public <T> T fold(
                Function<Done, T> done,
                Function<Retry, T> retry,
                Function<GivenUp, T> givenUp,
                Function<HandedBack, T> handedBack) {
            return retry.apply(this);
        }
    }

    /** The job has failed for good; the quota is given back if the fault is ours. */
    public record GivenUp(Failure failure) implements Ending {
        @Override
        public <T> T fold(
                Function<Done, T> done,
                Function<Retry, T> retry,
                Function<GivenUp, T> givenUp,
                Function<HandedBack, T> handedBack) {
            return givenUp.apply(this);
        }
    }

    /** The worker is going home: the job returns to the queue, and nothing is spent. */
    public record HandedBack() implements Ending {
        @Override
        public <T> T fold(
                Function<Done, T> done,
                Function<Retry, T> retry,
                Function<GivenUp, T> givenUp,
                Function<HandedBack, T> handedBack) {
            return handedBack.apply(this);
        }
    }
}
