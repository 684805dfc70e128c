package io.productsnap.core.contract;

import static io.productsnap.core.contract.AccountExamples.PHONE;
import static io.productsnap.core.contract.AccountExamples.aUserId;
import static io.productsnap.core.contract.AccountExamples.anAccount;
import static io.productsnap.core.contract.Examples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.audit.AuditPage;
import io.productsnap.core.audit.AuditQuery;
import io.productsnap.core.person.Client;
import io.productsnap.core.person.UserId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an {@link io.productsnap.core.audit.AuditLog} must do. */
public interface AuditLogContract extends AccountSteps {

    private AuditPage page(Optional<UserId> who, Optional<Long> before, int limit) {
        return stores().audit().page(new AuditQuery(who, before, limit));
    }

    private static List<String> actionsOf(AuditPage page) {
        return page.lines().stream().map(line -> line.entry().action()).toList();
    }

    private void appendMany(UserId who, String action, int count) {
        for (int i = 0; i < count; i++) {
            append(AuditEntry.done(NOW, who, action + i, PHONE));
        }
    }

    @Test
    default void pagesTogetherAreTheWholeLogWhateverIsAddedMeanwhile() {
        UserId ann = aUserId();
        appendMany(ann, "a", 5);

        AuditPage first = page(Optional.empty(), Optional.empty(), 2);
        appendMany(ann, "later", 3);
        AuditPage second =
                page(Optional.empty(), Optional.of(first.lines().get(1).number()), 2);
        AuditPage third =
                page(Optional.empty(), Optional.of(second.lines().get(1).number()), 2);

        assertEquals(List.of("a4", "a3"), actionsOf(first));
        assertEquals(List.of("a2", "a1"), actionsOf(second));
        assertEquals(List.of("a0"), actionsOf(third));
        assertEquals(List.of(true, true, false), List.of(first.more(), second.more(), third.more()));
    }

    @Test
    default void aPageThatEndsWithTheOldestHasNoMore() {
        appendMany(aUserId(), "a", 2);

        assertFalse(page(Optional.empty(), Optional.empty(), 2).more());
    }

    @Test
    default void oneUsersEntriesAreFoundAmongThoseOfOthers() {
        UserId ann = aUserId();
        UserId bob = aUserId();
        for (int i = 0; i < 3; i++) {
            append(AuditEntry.done(NOW, ann, "ann" + i, PHONE));
            append(AuditEntry.done(NOW, bob, "bob" + i, PHONE));
            append(AuditEntry.refused(NOW, Optional.empty(), "nobody" + i, PHONE));
        }

        AuditPage first = page(Optional.of(ann), Optional.empty(), 2);
        AuditPage second =
                page(Optional.of(ann), Optional.of(first.lines().get(1).number()), 2);

        assertEquals(List.of("ann2", "ann1"), actionsOf(first));
        assertEquals(List.of("ann0"), actionsOf(second));
        assertTrue(first.more());
        assertEquals(List.of(), actionsOf(page(Optional.of(aUserId()), Optional.empty(), 2)));
    }

    private AuditEntry append(AuditEntry entry) {
        stores().audit().append(entry);
        return entry;
    }

    @Test
    default void aLogWithoutEntriesIsEmpty() {
        assertEquals(List.of(), stores().audit().newest(10));
    }

    @Test
    default void anEntryIsKeptAsItIs() {
        UserId ann = register(anAccount()).user().id();

        AuditEntry refused = append(AuditEntry.refused(NOW.plusSeconds(1), Optional.of(ann), "session.open", PHONE));
        assertEquals(List.of(refused), stores().audit().newest(1));

        AuditEntry unknown =
                append(AuditEntry.refused(NOW.plusSeconds(2), Optional.empty(), "session.open", new Client("", "")));
        assertEquals(List.of(unknown), stores().audit().newest(1));

        AuditEntry done = append(
                AuditEntry.done(NOW.plusSeconds(3), ann, "session.open", new Client("2001:db8::1", "Gerät \"'\\")));
        assertEquals(List.of(done), stores().audit().newest(1));
    }

    @Test
    default void theNewestEntriesComeFirstAndNoMoreThanAskedFor() {
        AuditEntry first = append(AuditEntry.refused(NOW, Optional.empty(), "first", PHONE));
        AuditEntry second = append(AuditEntry.refused(NOW.plusSeconds(1), Optional.empty(), "second", PHONE));
        AuditEntry third = append(AuditEntry.refused(NOW.plusSeconds(2), Optional.empty(), "third", PHONE));

        assertEquals(List.of(third, second), stores().audit().newest(2));
        assertEquals(List.of(third, second, first), stores().audit().newest(10));
    }
}
