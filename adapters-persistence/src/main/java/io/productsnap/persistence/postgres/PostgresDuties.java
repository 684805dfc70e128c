package io.productsnap.persistence.postgres;

import io.productsnap.core.signal.Duties;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** The duties of all processes on one database. No connection is held while the work is done. Thread-safe. */
public final class PostgresDuties implements Duties {

    private static final String TAKE = """
        /* duty_take */
        insert into productsnap.duty as duty (name, not_before, holder) values (:name, :notBefore, :holder)
            on conflict (name) do update set not_before = excluded.not_before, holder = excluded.holder
            where duty.not_before <= :now
        returning place
        """;

    private static final String END = """
        /* duty_end */
        update productsnap.duty set not_before = :next, place = :place where name = :name and holder = :holder
        """;

    private final Transactions transactions;

    public PostgresDuties(DataSource dataSource) {
        this.transactions = new Transactions(dataSource);
    }

    @Override
    public boolean performFrom(Duty duty, Instant now, UnaryOperator<String> work) {
        UUID holder = UUID.randomUUID();
        Optional<String> place = take(duty, holder, now);
        place.ifPresent(from -> perform(duty, holder, now, from, work));
        return place.isPresent();
    }

    private void perform(Duty duty, UUID holder, Instant now, String from, UnaryOperator<String> work) {
        String next;
        try {
            next = work.apply(from);
        } catch (RuntimeException | Error failed) {
            endAfter(duty, holder, now, from, failed);
            throw failed;
        }
        end(duty, holder, now.plus(duty.every()), next);
    }

    /** @return where to go on; empty when it is not to be done now */
    private Optional<String> take(Duty duty, UUID holder, Instant now) {
        return transactions.statement(handle -> handle.createQuery(TAKE)
                .bind("name", duty.name())
                .bind("holder", holder)
                .bind("now", now)
                .bind("notBefore", now.plus(duty.hold()))
                .mapTo(String.class)
                .findOne());
    }

    /** That this fails as well is no reason to hide why the work failed: the hold ends by itself. */
    private void endAfter(Duty duty, UUID holder, Instant next, String place, Throwable failed) {
        try {
            end(duty, holder, next, place);
        } catch (RuntimeException unwritten) {
            failed.addSuppressed(unwritten);
        }
    }

    private void end(Duty duty, UUID holder, Instant next, String place) {
        transactions.statement(handle -> handle.createUpdate(END)
                .bind("name", duty.name())
                .bind("holder", holder)
                .bind("next", next)
                .bind("place", place)
                .execute());
    }
}
