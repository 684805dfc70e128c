package io.productsnap.core.contract;

import static io.productsnap.core.contract.AccountExamples.PHONE;
import static io.productsnap.core.contract.AccountExamples.anAccount;
import static io.productsnap.core.contract.AccountExamples.anEntry;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.productsnap.core.session.Rotation;
import io.productsnap.core.session.RotationPolicy;
import io.productsnap.core.session.Session;
import java.time.Instant;
import java.util.Optional;

/** The words that the tests of a session store are written in. */
interface SessionSteps extends AccountSteps {

    default Session anOpenSession() {
        return register(anAccount()).session();
    }

    default Rotation rotate(Session session, int generation, Instant now) {
        return stores().sessions().rotate(session.id(), generation, RotationPolicy.DEFAULT, PHONE, now);
    }

    default Session renew(Session session, int generation, Instant now) {
        return assertInstanceOf(Rotation.Renewed.class, rotate(session, generation, now))
                .session();
    }

    default boolean end(Session session) {
        return stores().sessions().end(session.user(), session.id(), anEntry(session.user(), "session.end"));
    }

    default Optional<Session> live(Session session, Instant now) {
        return stores().sessions().findLive(session.id(), now);
    }

    default Session used(Session session, int generation, Instant now) {
        return new Session(
                session.id(),
                session.user(),
                session.client(),
                generation,
                session.createdAt(),
                now,
                session.expiresAt());
    }
}
