package io.productsnap.core.contract;

import static io.productsnap.core.contract.AccountExamples.ANNS_ADDRESS;
import static io.productsnap.core.contract.AccountExamples.aMail;
import static io.productsnap.core.contract.AccountExamples.aResetLink;
import static io.productsnap.core.contract.AccountExamples.aSession;
import static io.productsnap.core.contract.AccountExamples.aUserId;
import static io.productsnap.core.contract.AccountExamples.anAccount;
import static io.productsnap.core.contract.AccountExamples.anEntry;
import static io.productsnap.core.contract.Examples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.account.AccountStore.NewAccount;
import io.productsnap.core.account.ClosedAccounts.ClosedAccount;
import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.job.JobRequest;
import io.productsnap.core.job.Usage;
import io.productsnap.core.person.UserId;
import io.productsnap.core.session.Session;
import io.productsnap.core.user.OneTimeLink;
import io.productsnap.core.user.User;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link io.productsnap.core.account.ClosedAccounts} must do. */
public interface ClosedAccountsContract extends AccountSteps {

    private boolean close(UserId user) {
        return stores().closedAccounts().close(user, anEntry(user, "account.close"));
    }

    private boolean isOpen(Session session) {
        return stores().sessions().findLive(session.id(), NOW).isPresent();
    }

    @Test
    default void whoHasClosedAnAccountIsLoggedOutAndStaysOut() {
        NewAccount ann = register(anAccount());
        NewAccount bob = register(anAccount().email("bob@example.com"));
        UserId id = ann.user().id();
        OneTimeLink reset = aResetLink(id);
        stores().accounts().sendLink(reset, aMail(), anEntry(id, "password.forgot"));

        assertTrue(close(id));

        assertFalse(isOpen(ann.session()));
        assertFalse(stores().sessions().open(aSession(id), anEntry(id, "session.open")));
        assertFalse(stores().credentials().reset(reset.tokenHash(), "other", aMail(), anEntry(id, "password.reset")));
        assertFalse(stores().accounts().verifyEmail(ann.link().tokenHash(), AccountExamples.PHONE, NOW));
        assertFalse(stores().accounts().enable(id, anEntry(id, "account.enable")));
        assertTrue(standing(id).disabled());
        assertTrue(isOpen(bob.session()));
        assertEquals(bob.user(), user(bob.user().id()));
    }

    @Test
    default void whatTheOwnerSaidOfHimselfIsGoneAtOnce() {
        UserId id = register(anAccount()).user().id();

        close(id);

        User left = user(id);
        assertEquals(Optional.empty(), left.profile().fullName());
        assertFalse(left.profile().notifyOnCompletion());
        assertEquals("", left.passwordHash());
        assertEquals(Optional.empty(), stores().users().find(ANNS_ADDRESS));
    }

    @Test
    default void theAddressIsAnybodysAgain() {
        UserId first = register(anAccount()).user().id();
        close(first);

        NewAccount second = register(anAccount());

        assertEquals(Optional.of(second.user()), stores().users().find(ANNS_ADDRESS));
        assertTrue(close(second.user().id()), "and again");
    }

    @Test
    default void anAccountIsClosedOnce() {
        UserId id = register(anAccount()).user().id();

        List<Boolean> closed = AtOnce.times(20, thread -> close(id));

        assertEquals(1, Collections.frequency(closed, true));
        assertEquals(List.of("account.open", "account.close"), recorded());
        assertEquals(
                List.of(new ClosedAccount(id, NOW)), stores().closedAccounts().closed());
    }

    @Test
    default void theClosedOnesAreKnownWhoeverIsLongestFirst() {
        UserId open = register(anAccount().email("open@example.com")).user().id();
        UserId later = register(anAccount()).user().id();
        UserId sooner = register(anAccount().email("bob@example.com")).user().id();
        assertEquals(List.of(), stores().closedAccounts().closed());

        close(sooner);
        AuditEntry entry = AuditEntry.done(NOW.plusSeconds(1), later, "account.close", AccountExamples.PHONE);
        stores().closedAccounts().close(later, entry);

        assertEquals(
                List.of(new ClosedAccount(sooner, NOW), new ClosedAccount(later, NOW.plusSeconds(1))),
                stores().closedAccounts().closed());
        assertFalse(stores().closedAccounts().forget(open));
    }

    @Test
    default void nothingIsLeftOfAForgottenOneButTheRecord() {
        UserId id = register(anAccount()).user().id();
        JobRequest job =
                Examples.aJob().of(User.owner(id)).keyed("key", "print").request();
        stores().jobs().admit(job, NOW);
        stores().jobs().remove(job.owner(), job.id());
        close(id);

        assertTrue(stores().closedAccounts().forget(id));
        assertFalse(stores().closedAccounts().forget(id));

        assertEquals(Optional.empty(), stores().users().find(id));
        assertEquals(List.of(), stores().closedAccounts().closed());
        assertEquals(new Usage(Optional.empty(), 0, 0, 0, 0), stores().jobs().usage(User.owner(id), NOW));
        assertEquals(List.of("account.open", "account.close"), recorded());
    }

    @Test
    default void whoDoesNotExistClosesNothing() {
        assertFalse(close(aUserId()));
        assertFalse(stores().closedAccounts().forget(aUserId()));

        assertEquals(List.of(), recorded());
    }
}
