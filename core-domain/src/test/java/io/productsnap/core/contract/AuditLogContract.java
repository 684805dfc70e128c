package io.productsnap.core.contract;

import static io.productsnap.core.contract.AccountExamples.PHONE;
import static io.productsnap.core.contract.AccountExamples.anAccount;
import static io.productsnap.core.contract.Examples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.person.Client;
import io.productsnap.core.person.UserId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an {@link io.productsnap.core.audit.AuditLog} must do. */
public interface AuditLogContract extends AccountSteps {

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
