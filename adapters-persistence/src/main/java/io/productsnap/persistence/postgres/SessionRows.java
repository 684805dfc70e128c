package io.productsnap.persistence.postgres;

import io.productsnap.core.person.Client;
import io.productsnap.core.person.UserId;
import io.productsnap.core.session.Session;
import io.productsnap.core.session.SessionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The table {@code session}: logins that have not ended. */
final class SessionRows {

    // The user's row is locked against a change: a session is opened before the user is shut out, and ended with that,
    // or not at all.
    private static final String INSERT = """
        /* session_insert */
        insert into productsnap.session
               (id, user_id, ip, device, generation, created_at, last_used_at, expires_at)
        select :id, u.id, :ip, :device, :generation, :created, :used, :expires
          from productsnap.app_user u
         where u.id = :user and not u.disabled
           for share
        """;

    private static final String FIND = """
        /* session_find */
        select * from productsnap.session where id = :id
        """;

    private static final String LOCK = """
        /* session_lock */
        select * from productsnap.session where id = :id for no key update
        """;

    private static final String RENEW = """
        /* session_renew */
        update productsnap.session set generation = generation + 1, last_used_at = :now where id = :id returning *
        """;

    // Whoever deletes a session before its time records that in the same statement: access tokens of it are about.
    private static final String END = """
        /* session_end */
        with ended as (delete from productsnap.session where id = :id and user_id = :user returning id)
        insert into productsnap.ended_session (session_id, ended_at) select id, :at from ended
        """;

    private static final String END_ALL = """
        /* session_end_all */
        with ended as (delete from productsnap.session where user_id = :user and id <> all (:but) returning *),
             recorded as (insert into productsnap.ended_session (session_id, ended_at) select id, :at from ended)
        select * from ended
        """;

    private static final String WAKE = """
        /* session_wake */
        select pg_notify('productsnap_sessions', '')
        """;

    private static final String OF_USER = """
        /* session_of_user */
        select * from productsnap.session where user_id = :user and expires_at > :now
        """;

    private static final String FORGET = """
        /* session_forget */
        delete from productsnap.session
         where id in (select id from productsnap.session
                       where expires_at <= :now order by expires_at limit :bite for update skip locked)
        """;

    private SessionRows() {}

    static int forget(Transactions transactions, Instant now) {
        return Bites.delete(transactions, FORGET, now);
    }

    /** @return whether there is such a user, and not shut out */
    static boolean insert(Handle handle, Session session) {
        return handle.createUpdate(INSERT)
                        .bind("id", session.id().value())
                        .bind("user", session.user().value())
                        .bind("ip", session.client().ip())
                        .bind("device", session.client().device())
                        .bind("generation", session.generation())
                        .bind("created", session.createdAt())
                        .bind("used", session.lastUsedAt())
                        .bind("expires", session.expiresAt())
                        .execute()
                == 1;
    }

    static Optional<Session> find(Handle handle, SessionId id) {
        return one(handle, FIND, id);
    }

    /** Reads it, and keeps it as it is until the transaction ends. */
    static Optional<Session> lock(Handle handle, SessionId id) {
        return one(handle, LOCK, id);
    }

    private static Optional<Session> one(Handle handle, String query, SessionId id) {
        return handle.createQuery(query)
                .bind("id", id.value())
                .map(SessionRows::read)
                .findOne();
    }

    static Session renew(Handle handle, SessionId id, Instant now) {
        return handle.createQuery(RENEW)
                .bind("id", id.value())
                .bind("now", now)
                .map(SessionRows::read)
                .one();
    }

    /** @return whether the user had such a session; then everybody is told with the commit */
    static boolean end(Handle handle, UserId user, SessionId id, Instant at) {
        boolean ended = handle.createUpdate(END)
                        .bind("id", id.value())
                        .bind("user", user.value())
                        .bind("at", at)
                        .execute()
                == 1;
        if (ended) {
            wake(handle);
        }
        return ended;
    }

    /** @return the sessions that the user had; if there were any, everybody is told with the commit */
    static List<Session> endAll(Handle handle, UserId user, Instant at) {
        return endAllBut(handle, user, List.of(), at);
    }

    /** The same, but for one. */
    static List<Session> endOthers(Handle handle, UserId user, SessionId but, Instant at) {
        return endAllBut(handle, user, List.of(but.value()), at);
    }

    private static List<Session> endAllBut(Handle handle, UserId user, List<UUID> but, Instant at) {
        List<Session> ended = handle.createQuery(END_ALL)
                .bind("user", user.value())
                .bindArray("but", UUID.class, but)
                .bind("at", at)
                .map(SessionRows::read)
                .list();
        if (!ended.isEmpty()) {
            wake(handle);
        }
        return ended;
    }

    private static void wake(Handle handle) {
        handle.createQuery(WAKE).mapTo(String.class).one();
    }

    static List<Session> ofUser(Handle handle, UserId user, Instant now) {
        return handle.createQuery(OF_USER)
                .bind("user", user.value())
                .bind("now", now)
                .map(SessionRows::read)
                .list();
    }

    private static Session read(ResultSet row, StatementContext context) throws SQLException {
        return new Session(
                new SessionId(Columns.uuid(row, "id")),
                new UserId(Columns.uuid(row, "user_id")),
                new Client(row.getString("ip"), row.getString("device")),
                row.getInt("generation"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "last_used_at"),
                Columns.instant(row, "expires_at"));
    }
}
