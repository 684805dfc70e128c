package io.productsnap.core.contract;

import static io.productsnap.core.contract.AccountExamples.ANNS_ADDRESS;
import static io.productsnap.core.contract.AccountExamples.aUserId;
import static io.productsnap.core.contract.AccountExamples.anAccount;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.person.EmailAddress;
import io.productsnap.core.user.Profile;
import io.productsnap.core.user.User;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a {@link io.productsnap.core.user.UserStore} must do. */
public interface UserStoreContract extends AccountSteps {

    @Test
    default void aUserIsFoundByIdAndByAddress() {
        User ann = register(anAccount()).user();
        register(anAccount().email("bob@example.com"));

        assertEquals(Optional.of(ann), stores().users().find(ann.id()));
        assertEquals(Optional.of(ann), stores().users().find(ANNS_ADDRESS));
    }

    @Test
    default void whoDoesNotExistIsNotFound() {
        assertEquals(Optional.empty(), stores().users().find(aUserId()));
        assertEquals(Optional.empty(), stores().users().find(new EmailAddress("nobody@example.com")));
    }

    @Test
    default void aProfileIsReplacedAndNothingElse() {
        User ann = register(anAccount()).user();
        Profile other = new Profile(Optional.empty(), false);

        assertTrue(stores().users().update(ann.id(), other));

        assertEquals(
                new User(ann.id(), ann.email(), ann.passwordHash(), other, ann.standing(), ann.createdAt()),
                user(ann.id()));
    }

    @Test
    default void anothersProfileStays() {
        User ann = register(anAccount()).user();
        User bob = register(anAccount().email("bob@example.com")).user();

        stores().users().update(ann.id(), new Profile(Optional.of("Other"), false));

        assertEquals(bob, user(bob.id()));
    }

    @Test
    default void aHashIsReplacedByAnotherOfTheSamePasswordAndNothingElse() {
        User ann = register(anAccount()).user();
        User bob = register(anAccount().email("bob@example.com")).user();

        assertTrue(stores().users().rehash(ann.id(), ann.passwordHash(), "$argon2id$stronger"));

        assertEquals(
                new User(ann.id(), ann.email(), "$argon2id$stronger", ann.profile(), ann.standing(), ann.createdAt()),
                user(ann.id()));
        assertEquals(bob, user(bob.id()));
    }

    @Test
    default void aHashThatIsAnotherByNowStays() {
        User ann = register(anAccount()).user();

        assertFalse(stores().users().rehash(ann.id(), "$argon2id$older", "$argon2id$stronger"));
        assertFalse(stores().users().rehash(aUserId(), ann.passwordHash(), "$argon2id$stronger"));

        assertEquals(ann, user(ann.id()));
    }

    @Test
    default void whoDoesNotExistHasNoProfile() {
        assertFalse(stores().users().update(aUserId(), new Profile(Optional.empty(), true)));
    }
}
