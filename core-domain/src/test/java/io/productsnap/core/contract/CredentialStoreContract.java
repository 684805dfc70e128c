package io.productsnap.core.contract;

import static io.productsnap.core.contract.AccountExamples.aLinkTo;
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
import io.productsnap.core.account.CredentialStore.EmailChange;
import io.productsnap.core.account.CredentialStore.PasswordChange;
import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.person.EmailAddress;
import io.productsnap.core.person.UserId;
import io.productsnap.core.session.Session;
import io.productsnap.core.user.OneTimeLink;
import io.productsnap.core.user.OneTimeLink.Purpose;
import io.productsnap.core.user.Standing;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a {@link io.productsnap.core.account.CredentialStore} must do. */
public interface CredentialStoreContract extends AccountSteps {

    String OTHER = "$argon2id$another";

    private OneTimeLink sent(OneTimeLink link) {
        stores().accounts().sendLink(link, aMail(), anEntry(link.user(), "link.sent"));
        return link;
    }

    private Session opened(UserId user) {
        Session session = aSession(user);
        assertTrue(stores().sessions().open(session, anEntry(user, "session.open")));
        return session;
    }

    private boolean isOpen(Session session) {
        return stores().sessions().findLive(session.id(), NOW).isPresent();
    }

    private boolean reset(OneTimeLink link, String hash) {
        return stores().credentials().reset(link.tokenHash(), hash, aMail(), anEntry(link.user(), "password.reset"));
    }

    private EmailChange changeEmail(OneTimeLink link) {
        return stores().credentials().changeEmail(link.tokenHash(), aMail(), anEntry(link.user(), "email.change"));
    }

    private boolean change(NewAccount account, String before, Session present) {
        UserId id = account.user().id();
        return stores().credentials()
                .change(new PasswordChange(id, before, OTHER, present.id(), aMail(), anEntry(id, "password.change")));
    }

    private Optional<OneTimeLink> found(OneTimeLink link, Instant now) {
        return stores().credentials().find(link.tokenHash(), link.purpose(), now);
    }

    @Test
    default void lookingAtALinkSpendsNothing() {
        UserId ann = register(anAccount()).user().id();
        OneTimeLink reset = sent(aResetLink(ann));
        OneTimeLink change = sent(aLinkTo("other@example.com", ann));

        assertEquals(Optional.of(reset), found(reset, NOW));
        assertEquals(Optional.of(reset), found(reset, reset.expiresAt().minusMillis(1)));
        assertEquals(Optional.of(change), found(change, NOW));
        assertEquals(Optional.empty(), found(reset, reset.expiresAt()));
    }

    @Test
    default void aLinkIsGoodForItsOwnPurposeAlone() {
        NewAccount ann = register(anAccount());
        OneTimeLink change = sent(aLinkTo("other@example.com", ann.user().id()));

        assertEquals(Optional.empty(), stores().credentials().find(change.tokenHash(), Purpose.RESET_PASSWORD, NOW));
        assertFalse(reset(change, OTHER));
        assertFalse(reset(ann.link(), OTHER));
        assertEquals(EmailChange.VOID, changeEmail(ann.link()));
        assertEquals(ann.user(), user(ann.user().id()));

        assertEquals(EmailChange.CHANGED, changeEmail(change));
    }

    @Test
    default void aResetSetsThePasswordVerifiesTheAddressAndEndsAllSessions() {
        NewAccount ann = register(anAccount());
        NewAccount bob = register(anAccount().email("bob@example.com"));
        UserId id = ann.user().id();
        Session second = opened(id);
        OneTimeLink link = sent(aResetLink(id));
        long mails = stores().outbox().waiting();

        assertTrue(reset(link, OTHER));

        assertEquals(OTHER, user(id).passwordHash());
        assertEquals(new Standing(true, false, false), standing(id));
        assertFalse(isOpen(ann.session()));
        assertFalse(isOpen(second));
        assertEquals(mails + 1, stores().outbox().waiting());
        assertEquals("password.reset", stores().audit().newest(1).get(0).action());
        assertTrue(isOpen(bob.session()));
        assertEquals(bob.user(), user(bob.user().id()));
    }

    @Test
    default void twentyAtOnceResetOnce() {
        UserId ann = register(anAccount()).user().id();
        OneTimeLink link = sent(aResetLink(ann));
        long mails = stores().outbox().waiting();

        List<Boolean> resets = AtOnce.times(20, thread -> reset(link, "hash " + thread));

        assertEquals(1, Collections.frequency(resets, true));
        assertEquals("hash " + resets.indexOf(true), user(ann).passwordHash());
        assertEquals(mails + 1, stores().outbox().waiting());
        assertEquals(1, Collections.frequency(recorded(), "password.reset"));
    }

    @Test
    default void aLinkThatIsTooOldResetsNothing() {
        NewAccount ann = register(anAccount());
        UserId id = ann.user().id();
        OneTimeLink link = sent(aResetLink(id));
        AuditEntry late = AuditEntry.done(link.expiresAt(), id, "password.reset", AccountExamples.PHONE);

        assertFalse(stores().credentials().reset(link.tokenHash(), OTHER, aMail(), late));

        assertEquals(ann.user(), user(id));
        assertTrue(isOpen(ann.session()));
    }

    @Test
    default void aNewerResetLinkVoidsTheOlder() {
        UserId ann = register(anAccount()).user().id();
        OneTimeLink older = sent(aResetLink(ann));
        OneTimeLink newer = sent(aResetLink(ann));

        assertFalse(reset(older, OTHER));
        assertTrue(reset(newer, OTHER));
    }

    @Test
    default void aResetVoidsALinkThatWouldChangeTheAddress() {
        UserId ann = register(anAccount()).user().id();
        OneTimeLink thiefs = sent(aLinkTo("thief@example.com", ann));

        assertTrue(reset(sent(aResetLink(ann)), OTHER));

        assertEquals(EmailChange.VOID, changeEmail(thiefs));
    }

    @Test
    default void aChangeOfPasswordEndsTheOtherSessionsAndVoidsTheLinks() {
        NewAccount ann = register(anAccount());
        NewAccount bob = register(anAccount().email("bob@example.com"));
        UserId id = ann.user().id();
        Session second = opened(id);
        OneTimeLink reset = sent(aResetLink(id));
        OneTimeLink change = sent(aLinkTo("thief@example.com", id));
        long mails = stores().outbox().waiting();

        assertTrue(change(ann, ann.user().passwordHash(), second));

        assertEquals(OTHER, user(id).passwordHash());
        assertFalse(isOpen(ann.session()));
        assertTrue(isOpen(second));
        assertTrue(isOpen(bob.session()));
        assertFalse(reset(reset, "third"));
        assertEquals(EmailChange.VOID, changeEmail(change));
        assertEquals(mails + 1, stores().outbox().waiting());
        assertEquals("password.change", stores().audit().newest(1).get(0).action());
        assertTrue(stores().accounts().verifyEmail(ann.link().tokenHash(), AccountExamples.PHONE, NOW));
    }

    @Test
    default void aPasswordThatWasChangedMeanwhileIsLeft() {
        NewAccount ann = register(anAccount());
        UserId id = ann.user().id();
        assertTrue(reset(sent(aResetLink(id)), "the owner's"));
        Session present = opened(id);
        Session other = opened(id);

        assertFalse(change(ann, ann.user().passwordHash(), present));

        assertEquals("the owner's", user(id).passwordHash());
        assertTrue(isOpen(other));
        assertFalse(recorded().contains("password.change"));
    }

    @Test
    default void anAddressIsChangedAndVerifiedByTheLinkThatCarriesIt() {
        NewAccount ann = register(anAccount());
        UserId id = ann.user().id();
        OneTimeLink reset = sent(aResetLink(id));
        OneTimeLink link = sent(aLinkTo("other@example.com", id));
        long mails = stores().outbox().waiting();

        assertEquals(EmailChange.CHANGED, changeEmail(link));
        assertEquals(EmailChange.VOID, changeEmail(link));

        EmailAddress other = new EmailAddress("other@example.com");
        assertEquals(Optional.of(user(id)), stores().users().find(other));
        assertEquals(Optional.empty(), stores().users().find(ann.user().email()));
        assertEquals(new Standing(true, false, false), standing(id));
        assertTrue(isOpen(ann.session()));
        assertFalse(reset(reset, OTHER), "it was mailed to the old address");
        assertEquals(mails + 1, stores().outbox().waiting());
        assertEquals("email.change", stores().audit().newest(1).get(0).action());
    }

    @Test
    default void aTakenAddressChangesNothingAndSpendsNothing() {
        NewAccount ann = register(anAccount());
        NewAccount bob = register(anAccount().email("bob@example.com"));
        OneTimeLink link = sent(aLinkTo("bob@example.com", ann.user().id()));
        long mails = stores().outbox().waiting();

        assertEquals(EmailChange.TAKEN, changeEmail(link));

        assertEquals(ann.user(), user(ann.user().id()));
        assertEquals(bob.user(), user(bob.user().id()));
        assertEquals(mails, stores().outbox().waiting());
        assertFalse(recorded().contains("email.change"));
        assertEquals(Optional.of(link), found(link, NOW));
    }

    @Test
    default void ofTwentyWhoWantOneAddressAtOnceOneGetsIt() {
        List<OneTimeLink> links = IntStream.range(0, 20)
                .mapToObj(i -> register(anAccount().email("user" + i + "@example.com")))
                .map(account ->
                        sent(aLinkTo("wanted@example.com", account.user().id())))
                .toList();

        List<EmailChange> changes = AtOnce.times(20, thread -> changeEmail(links.get(thread)));

        assertEquals(1, Collections.frequency(changes, EmailChange.CHANGED));
        assertEquals(19, Collections.frequency(changes, EmailChange.TAKEN));
        assertEquals(
                links.get(changes.indexOf(EmailChange.CHANGED)).user(),
                stores().users()
                        .find(new EmailAddress("wanted@example.com"))
                        .orElseThrow()
                        .id());
    }

    @Test
    default void twentyAtOnceFollowALinkToAnAddressOnce() {
        UserId ann = register(anAccount()).user().id();
        OneTimeLink link = sent(aLinkTo("other@example.com", ann));

        List<EmailChange> changes = AtOnce.times(20, thread -> changeEmail(link));

        assertEquals(1, Collections.frequency(changes, EmailChange.CHANGED));
        assertEquals(19, Collections.frequency(changes, EmailChange.VOID));
    }

    @Test
    default void aNewerLinkToAnAddressVoidsTheOlder() {
        UserId ann = register(anAccount()).user().id();
        OneTimeLink older = sent(aLinkTo("older@example.com", ann));
        OneTimeLink newer = sent(aLinkTo("newer@example.com", ann));

        assertEquals(EmailChange.VOID, changeEmail(older));
        assertEquals(EmailChange.CHANGED, changeEmail(newer));
        assertEquals("newer@example.com", user(ann).email().value());
    }

    @Test
    default void linksOfNobodyDoNothing() {
        register(anAccount());

        assertFalse(reset(aResetLink(aUserId()), OTHER));
        assertEquals(EmailChange.VOID, changeEmail(aLinkTo("other@example.com", aUserId())));

        assertEquals(List.of("account.open"), recorded());
    }
}
