package io.productsnap.persistence.postgres;

import io.productsnap.core.signal.Duties;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;

/** The duties of all processes on one database. No connection is held while the work is done. Thread-safe. */
public final class PostgresDuties implements Duties {

    private static final String TAKE = """
        insert into productsnap.duty as duty (name, not_before, holder) values (:name, :notBefore, :holder)
            on conflict (name) do update set not_before = excluded.not_before, holder = excluded.holder
            where duty.not_before <= :now
        """;

    private static final String END = """
        update productsnap.duty set not_before = :next where name = :name and holder = :holder
        """;

    private final Transactions transactions;

    public PostgresDuties(DataSource dataSource) {
        this.transactions = new Transactions(dataSource);
    }

    @Override
    public boolean perform(Duty duty, Instant now, Runnable work) {
        UUID holder = UUID.randomUUID();
        if (!take(duty, holder, now)) {
            return false;
        }
        try {
            work.run();
        } catch (RuntimeException | Error failed) {
            endAfter(duty, holder, now, failed);
            throw failed;
        }
        end(duty, holder, now.plus(duty.every()));
        return true;
    }

    private boolean take(Duty duty, UUID holder, Instant now) {
        return transactions.statement(handle -> handle.createUpdate(TAKE)
                        .bind("name", duty.name())
                        .bind("holder", holder)
                        .bind("now", now)
                        .bind("notBefore", now.plus(duty.hold()))
                        .execute())
                == 1;
    }

    /** That this fails as well is no reason to hide why the work failed: the hold ends by itself. */
    private void endAfter(Duty duty, UUID holder, Instant next, Throwable failed) {
        try {
            end(duty, holder, next);
        } catch (RuntimeException unwritten) {
            failed.addSuppressed(unwritten);
        }
    }

    private void end(Duty duty, UUID holder, Instant next) {
        transactions.statement(handle -> handle.createUpdate(END)
                .bind("name", duty.name())
                .bind("holder", holder)
                .bind("next", next)
                .execute());
    }
}
