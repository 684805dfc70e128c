package io.productsnap.core.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.account.AccountStore.NewAccount;
import io.productsnap.core.contract.AccountExamples;
import io.productsnap.core.inmemory.InMemoryStores;
import io.productsnap.core.standin.PlainHasher;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CheckPasswordTest {

    private final InMemoryStores stores = new InMemoryStores();
    private final PlainHasher hasher = new PlainHasher();
    private final CheckPassword passwords = new CheckPassword(stores.users(), hasher);

    private User userWith(String hash) {
        NewAccount account = AccountExamples.anAccount().create();
        stores.accounts().register(account);
        User user = account.user();
        assertTrue(stores.users().rehash(user.id(), user.passwordHash(), hash));
        return user(user);
    }

    private User user(User user) {
        return stores.users().find(user.id()).orElseThrow();
    }

    @Test
    void aWeakHashIsMadeAnewByTheRightPassword() {
        User ann = userWith("weak:correct horse");
        assertTrue(passwords.isRight(Optional.of(ann), "correct horse"));

        passwords.strengthen(ann, "correct horse");

        assertEquals("plain:correct horse", user(ann).passwordHash());
        assertTrue(passwords.isRight(Optional.of(user(ann)), "correct horse"));
    }

    @Test
    void aStrongHashStaysAndCostsNothing() {
        User ann = userWith("plain:correct horse");

        passwords.strengthen(ann, "correct horse");

        assertEquals("plain:correct horse", user(ann).passwordHash());
        assertEquals(0, hasher.hashes());
    }

    @Test
    void aPasswordThatWasChangedMeanwhileStaysChanged() {
        User before = userWith("weak:correct horse");
        stores.users().rehash(before.id(), before.passwordHash(), "plain:another");

        passwords.strengthen(before, "correct horse");

        assertEquals("plain:another", user(before).passwordHash());
    }

    @Test
    void aBusyHasherLeavesItForTheNextLogin() {
        User ann = userWith("weak:correct horse");
        CheckPassword busy = new CheckPassword(stores.users(), new BusyHasher());

        busy.strengthen(ann, "correct horse");

        assertEquals("weak:correct horse", user(ann).passwordHash());
    }

    private static final class BusyHasher implements PasswordHasher {
        @Override
        public String hash(String password) {
            throw new Busy();
        }

        @Override
        public boolean matches(String password, String hash) {
            throw new Busy();
        }

        @Override
        public boolean matchesNothing(String password) {
            throw new Busy();
        }

        @Override
        public boolean isWeak(String hash) {
            return true;
        }
    }

    @Test
    void nobodysPasswordCostsAHashToo() {
        assertFalse(passwords.isRight(Optional.empty(), "correct horse"));

        assertEquals(1, hasher.hashes());
    }

    @Test
    void aPasswordThatIsTooCommonTodayIsStillGoodAtLogin() {
        User ann = userWith("plain:password1");

        assertTrue(passwords.isRight(Optional.of(ann), "password1"));
    }
}
