package io.productsnap.persistence.postgres;

import io.productsnap.core.session.SessionId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The table {@code ended_session}, as it is read; {@link SessionRows} writes it. */
final class EndedSessionRows {

    private static final String SINCE = """
        /* ended_session_since */
        select session_id, ended_at from productsnap.ended_session where ended_at >= :moment
        """;

    private static final String FORGET = """
        /* ended_session_forget */
        delete from productsnap.ended_session
         where session_id in (select session_id from productsnap.ended_session
                               where ended_at <= :now order by ended_at limit :bite for update skip locked)
        """;

    private EndedSessionRows() {}

    static Map<SessionId, Instant> since(Handle handle, Instant moment) {
        Map<SessionId, Instant> ended = new HashMap<>();
        handle.createQuery(SINCE)
                .bind("moment", moment)
                .map((row, context) ->
                        Map.entry(new SessionId(Columns.uuid(row, "session_id")), Columns.instant(row, "ended_at")))
                .forEach(entry -> ended.put(entry.getKey(), entry.getValue()));
        return Map.copyOf(ended);
    }

    static int forget(Transactions transactions, Instant until) {
        return Bites.delete(transactions, FORGET, until);
    }
}
