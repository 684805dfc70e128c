package io.productsnap.core.contract;

import static io.productsnap.core.contract.AccountExamples.ANNS_ADDRESS;
import static io.productsnap.core.contract.AccountExamples.PHONE;
import static io.productsnap.core.contract.AccountExamples.aLink;
import static io.productsnap.core.contract.AccountExamples.aMail;
import static io.productsnap.core.contract.AccountExamples.aUserId;
import static io.productsnap.core.contract.AccountExamples.anAccount;
import static io.productsnap.core.contract.AccountExamples.anEntry;
import static io.productsnap.core.contract.Examples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.account.AccountStore.NewAccount;
import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.person.UserId;
import io.productsnap.core.session.Session;
import io.productsnap.core.user.OneTimeLink;
import io.productsnap.core.user.Standing;
import io.productsnap.core.user.User;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an {@link io.productsnap.core.account.AccountStore} must do. */
public interface AccountStoreContract extends AccountSteps {

    private boolean verify(OneTimeLink link) {
        return stores().accounts().verifyEmail(link.tokenHash(), PHONE, NOW);
    }

    private boolean isOpen(Session session) {
        return stores().sessions().findLive(session.id(), NOW).isPresent();
    }

    @Test
    default void anAccountIsOpenedWithAllThatBelongsToIt() {
        NewAccount account = register(anAccount());

        UserId id = account.user().id();
        assertEquals(account.user(), user(id));
        assertTrue(isOpen(account.session()));
        assertEquals(1, stores().outbox().waiting());
        assertEquals(List.of(account.entry()), stores().audit().newest(10));
        assertEquals(
                Optional.of(account.allowance().at(NOW)),
                stores().jobs().usage(User.owner(id), NOW).terms());
        assertTrue(verify(account.link()));
    }

    @Test
    default void aTakenAddressStoresNothing() {
        NewAccount first = register(anAccount());
        NewAccount second = anAccount().create();

        assertFalse(stores().accounts().register(second));

        assertLeftNothing(second);
        assertEquals(first.user(), stores().users().find(ANNS_ADDRESS).orElseThrow());
        assertEquals(1, stores().outbox().waiting());
        assertEquals(List.of("account.open"), recorded());
    }

    private void assertLeftNothing(NewAccount refused) {
        UserId id = refused.user().id();
        assertEquals(Optional.empty(), stores().users().find(id));
        assertFalse(isOpen(refused.session()));
        assertEquals(
                Optional.empty(), stores().jobs().usage(User.owner(id), NOW).terms());
        assertFalse(verify(refused.link()));
    }

    @Test
    default void twentyAtOnceWithOneAddressOpenOneAccount() {
        List<NewAccount> accounts =
                Stream.generate(() -> anAccount().create()).limit(20).toList();

        List<Boolean> opened = AtOnce.times(20, thread -> stores().accounts().register(accounts.get(thread)));

        assertEquals(1, opened.stream().filter(yes -> yes).count());
        assertEquals(1, stores().outbox().waiting());
        assertEquals(1, recorded().size());
        for (int i = 0; i < 20; i++) {
            if (opened.get(i)) {
                assertEquals(
                        accounts.get(i).user(),
                        stores().users().find(ANNS_ADDRESS).orElseThrow());
            } else {
                assertLeftNothing(accounts.get(i));
            }
        }
    }

    @Test
    default void aLinkVerifiesTheAddressOnce() {
        NewAccount account = register(anAccount());
        UserId id = account.user().id();

        assertTrue(verify(account.link()));
        assertFalse(verify(account.link()));

        assertEquals(new Standing(true, false, false), standing(id));
        assertEquals(List.of("account.open", "email.verify"), recorded());
        assertEquals(
                AuditEntry.done(NOW, id, "email.verify", PHONE),
                stores().audit().newest(1).get(0));
    }

    @Test
    default void twentyAtOnceSpendALinkOnce() {
        NewAccount account = register(anAccount());

        List<Boolean> verified = AtOnce.times(20, thread -> verify(account.link()));

        assertEquals(1, verified.stream().filter(yes -> yes).count());
        assertEquals(List.of("account.open", "email.verify"), recorded());
    }

    @Test
    default void aLinkOfNobodyVerifiesNothing() {
        register(anAccount());

        assertFalse(verify(aLink(aUserId())));

        assertEquals(List.of("account.open"), recorded());
    }

    @Test
    default void aLinkExpires() {
        NewAccount account = register(anAccount());
        OneTimeLink link = account.link();

        assertFalse(stores().accounts().verifyEmail(link.tokenHash(), PHONE, link.expiresAt()));

        assertEquals(Standing.NEW, standing(account.user().id()));
        assertEquals(List.of("account.open"), recorded());
    }

    @Test
    default void aLinkIsGoodToItsLastMoment() {
        OneTimeLink link = register(anAccount()).link();

        assertTrue(stores().accounts()
                .verifyEmail(link.tokenHash(), PHONE, link.expiresAt().minusMillis(1)));
    }

    @Test
    default void linksThatAreGoodNoMoreAreForgottenAndNoOthers() {
        NewAccount ann = register(anAccount());
        NewAccount bob = register(anAccount().email("bob@example.com"));
        OneTimeLink lives = aLink(bob.user().id(), ann.link().expiresAt().plusMillis(1));
        stores().accounts().sendLink(lives, aMail(), anEntry(bob.user().id(), "email.verify-ask"));
        Instant end = ann.link().expiresAt();

        assertEquals(0, stores().accounts().forgetExpiredLinks(end.minusMillis(1)));
        assertEquals(1, stores().accounts().forgetExpiredLinks(end));
        assertEquals(0, stores().accounts().forgetExpiredLinks(end));

        assertFalse(verify(ann.link()));
        assertTrue(stores().accounts().verifyEmail(lives.tokenHash(), PHONE, end));
    }

    @Test
    default void aNewerLinkVoidsTheOlder() {
        NewAccount account = register(anAccount());
        OneTimeLink newer = aLink(account.user().id());

        stores().accounts().sendLink(newer, aMail(), anEntry(account.user().id(), "email.verify-ask"));

        assertEquals(2, stores().outbox().waiting());
        assertEquals(List.of("account.open", "email.verify-ask"), recorded());
        assertFalse(verify(account.link()));
        assertTrue(verify(newer));
    }

    @Test
    default void aNewerLinkOfOnePersonLeavesAnothers() {
        NewAccount ann = register(anAccount());
        NewAccount bob = register(anAccount().email("bob@example.com"));

        stores().accounts()
                .sendLink(aLink(ann.user().id()), aMail(), anEntry(ann.user().id(), "email.verify-ask"));

        assertTrue(verify(bob.link()));
        assertEquals(Standing.NEW, standing(ann.user().id()));
    }

    @Test
    default void whoIsDisabledIsLoggedOutEverywhere() {
        NewAccount ann = register(anAccount());
        NewAccount bob = register(anAccount().email("bob@example.com"));
        UserId id = ann.user().id();
        Session second = AccountExamples.aSession(id);
        stores().sessions().open(second, anEntry(id, "session.open"));

        assertTrue(stores().accounts().disable(id, anEntry(id, "account.disable")));

        assertFalse(isOpen(ann.session()));
        assertFalse(isOpen(second));
        assertTrue(isOpen(bob.session()));
        assertEquals(
                Set.of(ann.session().id(), second.id()),
                stores().sessions().endedSince(NOW).keySet());
        assertEquals(new Standing(false, false, true), standing(id));
        assertEquals(Standing.NEW, standing(bob.user().id()));
    }

    @Test
    default void changesOfStandingKeepTheRestAndAreOnRecord() {
        NewAccount account = register(anAccount());
        UserId id = account.user().id();
        verify(account.link());

        assertTrue(stores().accounts().makeAdmin(id, anEntry(id, "account.make-admin")));
        assertEquals(new Standing(true, true, false), standing(id));
        assertTrue(stores().accounts().disable(id, anEntry(id, "account.disable")));
        assertEquals(new Standing(true, true, true), standing(id));
        assertTrue(stores().accounts().enable(id, anEntry(id, "account.enable")));
        assertEquals(new Standing(true, true, false), standing(id));

        assertEquals(
                List.of("account.open", "email.verify", "account.make-admin", "account.disable", "account.enable"),
                recorded());
    }

    @Test
    default void whoDoesNotExistHasNoStandingAndLeavesNoRecord() {
        UserId nobody = aUserId();

        assertFalse(stores().accounts().makeAdmin(nobody, anEntry(nobody, "account.make-admin")));
        assertFalse(stores().accounts().disable(nobody, anEntry(nobody, "account.disable")));
        assertFalse(stores().accounts().enable(nobody, anEntry(nobody, "account.enable")));

        assertEquals(List.of(), recorded());
    }

    @Test
    default void anotherAddressIsAnotherAccount() {
        NewAccount ann = register(anAccount().at(NOW.plus(Duration.ofDays(1))));
        NewAccount bob = register(anAccount().email("bob@example.com"));

        assertEquals(ann.user(), user(ann.user().id()));
        assertEquals(bob.user(), user(bob.user().id()));
    }
}
