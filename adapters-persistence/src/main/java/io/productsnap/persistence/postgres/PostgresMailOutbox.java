package io.productsnap.persistence.postgres;

import io.productsnap.core.mail.Mail;
import io.productsnap.core.mail.MailOutbox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** The mail outbox in Postgres. A mail that is settled stays on record without its words. Thread-safe. */
public final class PostgresMailOutbox implements MailOutbox {

    // Whoever takes at the same time takes others.
    private static final String TAKE = """
        /* mail_take */
        with due as (
            select id, due_at as was_due from productsnap.mail_outbox
             where state = 'WAITING' and due_at <= :now
             order by due_at, id limit :want for no key update skip locked),
        taken as (
            update productsnap.mail_outbox m set due_at = :until from due where m.id = due.id
            returning m.*, was_due)
        select * from taken order by was_due, id
        """;

    private static final String POSTPONE = """
        /* mail_postpone */
        update productsnap.mail_outbox set due_at = :until, attempts = attempts + 1, last_error = :why
         where id = :id and state = 'WAITING'
        """;

    private static final String SETTLE = """
        /* mail_settle */
        update productsnap.mail_outbox
           set state = :state, settled_at = :now, text_body = null, html_body = null,
               last_error = coalesce(nullif(:why, ''), last_error)
         where id = :id and state = 'WAITING'
        """;

    private static final String COUNT_WAITING = """
        /* mail_count_waiting */
        select count(*) from productsnap.mail_outbox where state = 'WAITING'
        """;

    private static final String FORGET = """
        /* mail_forget */
        delete from productsnap.mail_outbox
         where id in (select id from productsnap.mail_outbox
                       where settled_at <= :now order by settled_at limit :bite for update skip locked)
        """;

    private final Transactions transactions;

    public PostgresMailOutbox(DataSource dataSource) {
        this.transactions = new Transactions(dataSource);
    }

    @Override
    public void write(Mail mail) {
        transactions.run(handle -> {
            MailRows.write(handle, mail);
            return mail;
        });
    }

    @Override
    public List<Waiting> take(int want, Duration hold, Instant now) {
        return transactions.statement(handle -> handle.createQuery(TAKE)
                .bind("want", want)
                .bind("until", now.plus(hold))
                .bind("now", now)
                .map(MailRows::read)
                .list());
    }

    @Override
    public void sent(UUID mail, Instant now) {
        settle(mail, "SENT", "", now);
    }

    @Override
    public void postpone(UUID mail, String why, Instant until) {
        transactions.statement(handle -> handle.createUpdate(POSTPONE)
                .bind("id", mail)
                .bind("why", why)
                .bind("until", until)
                .execute());
    }

    @Override
    public void giveUp(UUID mail, String why, Instant now) {
        settle(mail, "GIVEN_UP", why, now);
    }

    private void settle(UUID mail, String state, String why, Instant now) {
        transactions.statement(handle -> handle.createUpdate(SETTLE)
                .bind("id", mail)
                .bind("state", state)
                .bind("why", why)
                .bind("now", now)
                .execute());
    }

    @Override
    public int forgetSettled(Instant until) {
        return Bites.delete(transactions, FORGET, until);
    }

    @Override
    public long waiting() {
        return transactions.statement(
                handle -> handle.createQuery(COUNT_WAITING).mapTo(Long.class).one());
    }
}
