package io.productsnap.bootstrap;

import io.productsnap.core.account.AccountStore;
import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.person.Client;
import io.productsnap.core.person.EmailAddress;
import io.productsnap.core.person.UserId;
import io.productsnap.core.user.User;
import io.productsnap.persistence.postgres.Database;
import io.productsnap.persistence.postgres.Migrations;
import io.productsnap.persistence.postgres.PostgresAccountStore;
import io.productsnap.persistence.postgres.PostgresClock;
import io.productsnap.persistence.postgres.PostgresUserStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** What an operator does from the command line, with nothing but the database. */
final class Administration {

    private Administration() {}

    /** What can be done to a user. */
    enum Act {
        MAKE_ADMIN("make-admin", "is an admin now"),
        DISABLE("disable", "is disabled now, and logged out everywhere"),
        ENABLE("enable", "is enabled now");

        private final String word;
        private final String done;

        Act(String word, String done) {
            this.word = word;
            this.done = done;
        }

        static Optional<Act> of(String word) {
            return Arrays.stream(values()).filter(act -> act.word.equals(word)).findFirst();
        }
    }

    static void migrate(Map<String, String> settings) {
        try (Database database = new Database(Settings.readDatabase(settings))) {
            database.check();
            Migrations.ofProductSnap(database.direct()).apply();
        }
    }

    /** @return what was done, in a sentence */
    static String act(Map<String, String> settings, Act act, String email) {
        EmailAddress address =
                EmailAddress.parse(email).orElseThrow(() -> new CannotRun("This is not a mail address: " + email));
        try (Database database = new Database(Settings.readDatabase(settings))) {
            database.check();
            Migrations.ofProductSnap(database.direct()).check();
            User user = new PostgresUserStore(database.pooled())
                    .find(address)
                    .orElseThrow(() -> new CannotRun("Nobody has the address " + address + "."));
            PostgresClock clock = new PostgresClock(database.pooled(), Clock.systemUTC());
            clock.measure();
            act(new PostgresAccountStore(database.pooled()), act, user.id(), clock.instant());
            return address + " " + act.done + ".";
        }
    }

    private static void act(AccountStore accounts, Act act, UserId user, Instant now) {
        AuditEntry entry = AuditEntry.done(now, user, "account." + act.word, Client.CONSOLE);
        boolean found = switch (act) {
            case MAKE_ADMIN -> accounts.makeAdmin(user, entry);
            case DISABLE -> accounts.disable(user, entry);
            case ENABLE -> accounts.enable(user, entry);
        };
        if (!found) {
            throw new CannotRun("The account was closed at this moment.");
        }
    }
}
