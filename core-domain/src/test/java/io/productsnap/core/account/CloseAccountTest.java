package io.productsnap.core.account;

import static io.productsnap.core.contract.AccountExamples.ANNS_ADDRESS;
import static io.productsnap.core.contract.AccountExamples.PHONE;
import static io.productsnap.core.contract.Examples.aJob;
import static io.productsnap.core.contract.Examples.aJobId;
import static io.productsnap.core.standin.House.LOGINS;
import static io.productsnap.core.standin.House.PASSWORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.account.ClosedAccounts.ClosedAccount;
import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.contract.AtOnce;
import io.productsnap.core.contract.Examples;
import io.productsnap.core.job.Idempotency;
import io.productsnap.core.job.JobQuery;
import io.productsnap.core.job.JobRequest;
import io.productsnap.core.job.JobSpec;
import io.productsnap.core.job.Owner;
import io.productsnap.core.photo.PhotoFormat;
import io.productsnap.core.photo.PhotoKey;
import io.productsnap.core.photo.PhotoOrder;
import io.productsnap.core.photo.PhotoWish;
import io.productsnap.core.photo.PhotoWish.Shadow;
import io.productsnap.core.session.Authenticate.Caller;
import io.productsnap.core.session.Tokens;
import io.productsnap.core.standin.House;
import io.productsnap.core.standin.SwitchedPhotoStore;
import io.productsnap.core.user.User;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CloseAccountTest {

    private final House house = new House();
    private final Tokens tokens = house.anAccount();
    private final Caller ann = house.caller(tokens);
    private final Owner owner = User.owner(ann.user());

    private static final class InWords implements CloseAccount.Answers<String> {
        @Override
        public String closed() {
            return "closed";
        }

        @Override
        public String logInAgain() {
            return "log in again";
        }

        @Override
        public String wrongPassword() {
            return "wrong";
        }

        @Override
        public String tooMany(Duration retryAfter) {
            return "wait " + retryAfter;
        }
    }

    private String close(String password) {
        return house.closeAccount.close(ann, password, PHONE, new InWords());
    }

    private String close() {
        return house.closeAccount.close(ann, PHONE, new InWords());
    }

    private void submit(JobSpec spec) {
        house.stores.jobs().admit(new JobRequest(aJobId(), owner, spec, Idempotency.none()), house.clock.instant());
    }

    private void aPhoto() {
        PhotoKey upload = new PhotoKey("uploads/" + owner + "/" + aJobId() + ".jpg");
        house.photos.put(upload, "a product".getBytes(StandardCharsets.UTF_8), PhotoFormat.JPEG);
        PhotoOrder order = new PhotoOrder(upload, PhotoFormat.JPEG, PhotoWish.studioWhite(Shadow.NO_SHADOW));
        submit(new JobSpec(PhotoOrder.KIND, order.write(), "mug"));
    }

    private int jobs() {
        return house.stores
                .jobs()
                .list(owner, new JobQuery(Optional.empty(), new JobQuery.Offset(0), JobQuery.MOST))
                .jobs()
                .size();
    }

    @Test
    void whoHasJustLoggedInNeedsNoPassword() {
        house.clock.turn(Duration.ofMinutes(5).minusMillis(1));

        assertEquals("closed", close());

        assertEquals(Optional.empty(), house.stores.users().find(ANNS_ADDRESS));
        assertEquals(Optional.empty(), house.onAnotherNode().caller(tokens.access()));
        assertEquals(
                AuditEntry.done(house.clock.instant(), ann.user(), "account.close", PHONE),
                house.recorded().get(0));
    }

    @Test
    void anOlderLoginDoesNotDoWithoutThePassword() {
        house.clock.turn(Duration.ofMinutes(5));

        assertEquals("log in again", close());
        assertTrue(house.authenticate.caller(tokens.access()).isPresent());

        assertEquals("closed", close(PASSWORD));
    }

    @Test
    void aSessionThatWasRefreshedIsAsOldAsItsLogin() {
        house.clock.turn(Duration.ofMinutes(5));
        assertTrue(house.refresh.refresh(tokens.refresh(), PHONE).isPresent());

        assertEquals("log in again", close());
    }

    @Test
    void aWrongPasswordClosesNothingHoweverFreshTheLogin() {
        List<String> answers = AtOnce.times(20, thread -> close("wrong horse"));

        assertEquals(LOGINS.count(), Collections.frequency(answers, "wrong"));
        assertEquals(20 - LOGINS.count(), Collections.frequency(answers, "wait " + LOGINS.per()));
        assertTrue(house.authenticate.caller(tokens.access()).isPresent());
        assertEquals(List.of(), house.stores.closedAccounts().closed());
    }

    @Test
    void allJobsGoWithTheirFiles() {
        house.stores.jobs().allow(owner, Examples.terms().forEver());
        for (int i = 0; i < 250; i++) {
            aPhoto();
        }
        submit(aJob().spec());

        close();

        assertEquals(0, jobs());
        assertEquals(Set.of(), house.photos.keys());
    }

    @Test
    void twentyAtOnceCloseItOnce() {
        List<String> answers = AtOnce.times(20, thread -> close());

        assertTrue(answers.contains("closed"));
        assertEquals(
                1,
                house.recorded().stream()
                        .filter(entry -> entry.action().equals("account.close"))
                        .count());
    }

    @Test
    void theUserIsForgottenWhenNothingCanComeAnyMore() {
        close();
        // An upload that was under way.
        aPhoto();

        assertEquals(0, house.clearing.clearAll());
        assertEquals(0, jobs());
        aPhoto();
        house.clock.turn(ClearClosedAccounts.GRACE);

        assertEquals(1, house.clearing.clearAll());
        assertEquals(0, house.clearing.clearAll());
        assertEquals(0, jobs());
        assertEquals(Set.of(), house.photos.keys());
        assertEquals(Optional.empty(), house.stores.users().find(ann.user()));
        assertEquals("account.close", house.recorded().get(0).action());
    }

    @Test
    void anAccountIsClosedThoughTheFilesCannotBeReached() {
        aPhoto();
        SwitchedPhotoStore photos = new SwitchedPhotoStore(house.photos);
        photos.off();

        assertEquals("closed", house.closeAccount(house.clearing(photos)).close(ann, PASSWORD, PHONE, new InWords()));

        assertEquals(0, jobs());
    }

    @Test
    void whoDiesInTheMiddleIsFollowedByADuty() {
        aPhoto();
        SwitchedPhotoStore photos = new SwitchedPhotoStore(house.photos);
        photos.beforeDeleting(() -> {
            throw new IllegalStateException("killed");
        });
        CloseAccount dying = house.closeAccount(house.clearing(photos));

        assertThrows(IllegalStateException.class, () -> dying.close(ann, PHONE, new InWords()));

        assertEquals(Optional.empty(), house.onAnotherNode().caller(tokens.access()));
        assertEquals(
                List.of(new ClosedAccount(ann.user(), house.clock.instant())),
                house.stores.closedAccounts().closed());
        aPhoto();
        house.clock.turn(ClearClosedAccounts.GRACE);
        assertEquals(1, house.clearing.clearAll());
        assertEquals(0, jobs());
        assertEquals(Optional.empty(), house.stores.users().find(ann.user()));
    }
}
