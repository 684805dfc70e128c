package io.productsnap.web;

import io.productsnap.core.person.DeviceName;
import io.productsnap.core.session.Authenticate.Caller;
import io.productsnap.core.session.Session;
import java.time.Instant;

/**
 * A login as the person sees it who has logged in.
 *
 * @param device and not the header that tells of it: {@code Firefox on Windows}
 * @param current whether it is the one that asks
 */
record SessionView(String id, String device, String ip, Instant createdAt, Instant lastUsedAt, boolean current) {

    static SessionView of(Session session, Caller caller) {
        return new SessionView(
                session.id().toString(),
                DeviceName.of(session.client()),
                session.client().ip(),
                session.createdAt(),
                session.lastUsedAt(),
                session.id().equals(caller.session()));
    }
}
