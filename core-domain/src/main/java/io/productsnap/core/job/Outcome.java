package io.productsnap.core.job;

import io.productsnap.core.mail.Mail;
import io.productsnap.core.policy.Failure;
import io.productsnap.core.policy.Require;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** How a run ended. */
public sealed interface Outcome {

    <T> T fold(Function<Produced, T> produced, Function<Failed, T> failed);

    static Outcome produced(String result) {
        return produced(result, List.of());
    }

    /** @param mails to be sent if, and only if, the job is completed with this outcome; once, whatever happens */
    static Outcome produced(String result, List<Mail> mails) {
        return new Produced(result, mails);
    }

    static Outcome failed(Failure failure) {
        return new Failed(failure);
    }

    /** @param result in the handler's words, at most 1,000,000 characters */
    record Produced(String result, List<Mail> mails) implements Outcome {
        public Produced {
            mails = List.copyOf(mails);
            Require.storable(result, 1_000_000, "result");
        }

        @Override
        public <T> T fold(Function<Produced, T> produced, Function<Failed, T> failed) {
            return produced.apply(this);
        }
    }

    /** It came to nothing. */
    record Failed(Failure failure) implements Outcome {
        public Failed {
            Objects.requireNonNull(failure, "failure");
        }

        @Override
        public <T> T fold(Function<Produced, T> produced, Function<Failed, T> failed) {
            return failed.apply(this);
        }
    }
}
