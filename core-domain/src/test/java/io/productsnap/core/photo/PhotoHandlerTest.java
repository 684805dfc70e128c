package io.productsnap.core.photo;

import static io.productsnap.core.contract.Examples.ANN;
import static io.productsnap.core.contract.Examples.NOW;
import static io.productsnap.core.contract.Examples.aJobId;
import static io.productsnap.core.contract.Examples.anId;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.inmemory.InMemoryPhotoStore;
import io.productsnap.core.inmemory.TurnableClock;
import io.productsnap.core.job.Claim;
import io.productsnap.core.job.Fence;
import io.productsnap.core.job.JobSpec;
import io.productsnap.core.job.Outcome;
import io.productsnap.core.mail.Mail;
import io.productsnap.core.person.EmailAddress;
import io.productsnap.core.photo.PhotoWish.Shadow;
import io.productsnap.core.policy.Attempts;
import io.productsnap.core.policy.Failure;
import io.productsnap.core.standin.SwitchedPhotoStore;
import io.productsnap.core.standin.WordStudio;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PhotoHandlerTest {

    private static final PhotoKey UPLOAD = new PhotoKey("uploads/ann/1.jpg");

    private final InMemoryPhotoStore files = new InMemoryPhotoStore(new TurnableClock(NOW));
    private final SwitchedPhotoStore photos = new SwitchedPhotoStore(files);
    private final PhotoHandler handler = new PhotoHandler(photos, new WordStudio(), "free"::equals, this::letter);
    private final List<Integer> progress = new ArrayList<>();
    private final Mail mail = new Mail(anId(), new EmailAddress("ann@example.com"), "It is ready", "text", "html");
    private Optional<Mail> wanted = Optional.empty();

    private Optional<Mail> letter(Claim claim) {
        return wanted;
    }

    private Claim claim(String photo, String tier) {
        files.put(UPLOAD, photo.getBytes(StandardCharsets.UTF_8), PhotoFormat.JPEG);
        return claim(Optional.of(tier));
    }

    private static Claim claim(Optional<String> tier) {
        PhotoOrder order = new PhotoOrder(UPLOAD, PhotoFormat.JPEG, PhotoWish.studioWhite(Shadow.NO_SHADOW));
        JobSpec spec = new JobSpec(PhotoOrder.KIND, order.write(), "mug");
        return new Claim(new Fence(aJobId(), 7), ANN, spec, Attempts.NONE, tier, NOW, NOW);
    }

    private Outcome handle(Claim claim) {
        try {
            return handler.handle(claim, progress::add);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stop);
        }
    }

    private static PhotoResult resultOf(Outcome outcome) {
        return outcome.fold(produced -> PhotoResult.read(produced.result()), failed -> {
            throw new AssertionError(failed);
        });
    }

    private static Failure failureOf(Outcome outcome) {
        return outcome.fold(
                produced -> {
                    throw new AssertionError(produced);
                },
                Outcome.Failed::failure);
    }

    private String stored(PhotoKey key) {
        return new String(files.get(key).orElseThrow(), StandardCharsets.UTF_8);
    }

    @Test
    void theShotAndItsThumbnailAreStoredUnderTheFenceOfTheRun() {
        Claim claim = claim("a product", "pro");

        PhotoResult result = resultOf(handle(claim));

        assertEquals("shot of a product", stored(result.picture()));
        assertEquals("small", stored(result.thumbnail()));
        assertEquals(PhotoResult.placeFor(ANN, claim.fence()), result);
        assertTrue(result.picture().value().contains("/7"), result.toString());
    }

    @Test
    void theWatermarkIsThatOfTheTier() {
        assertEquals(
                "marked shot of a product",
                stored(resultOf(handle(claim("a product", "free"))).picture()));
        assertEquals(
                "shot of a product",
                stored(resultOf(handle(claim("a product", "pro"))).picture()));
        assertEquals(
                "shot of a product",
                stored(resultOf(handle(claim(Optional.empty()))).picture()));
    }

    @Test
    void progressRisesAndStaysBelowTheEnd() {
        handle(claim("a product", "pro"));

        assertEquals(List.of(5, 47, 90, 95), progress);
    }

    @Test
    void whoWantsToKnowIsToldWithTheResult() {
        wanted = Optional.of(mail);

        List<Mail> mails = handle(claim("a product", "pro")).fold(Outcome.Produced::mails, failed -> List.of());

        assertEquals(List.of(mail), mails);
    }

    @Test
    void whatTheStudioRefusesIsAFaultOfTheWork() {
        assertEquals(Failure.ofWork("We see no product."), failureOf(handle(claim("an empty table", "pro"))));

        assertEquals(Set.of(UPLOAD), files.keys());
    }

    @Test
    void anUploadThatIsMissingIsAFaultOfOurs() {
        assertTrue(failureOf(handle(claim(Optional.empty()))).isOurs());
    }

    @Test
    void aStoreThatIsAwayMayComeBack() {
        Claim claim = claim("a product", "pro");
        photos.off();

        assertEquals(Failure.Cause.ERROR, failureOf(handle(claim)).cause());
    }

    @Test
    void aShotWithoutItsThumbnailIsNotLeftBehind() {
        Claim claim = claim("a product", "pro");
        photos.fullAfter(1);

        assertEquals(Failure.Cause.ERROR, failureOf(handle(claim)).cause());

        assertEquals(Set.of(UPLOAD), files.keys());
    }

    @Test
    void aPayloadThatIsNoOrderIsNotRun() {
        Claim claim = new Claim(
                new Fence(aJobId(), 1),
                ANN,
                new JobSpec(PhotoOrder.KIND, "nonsense", ""),
                Attempts.NONE,
                Optional.empty(),
                NOW,
                NOW);

        assertThrows(IllegalArgumentException.class, () -> handler.handle(claim, progress::add));
    }

    @Test
    void aRunThatLostRemovesItsOwnFilesAndNoOthers() {
        Claim lost = claim("a product", "pro");
        Outcome outcome = handle(lost);
        Claim other = new Claim(new Fence(lost.job(), 8), ANN, lost.spec(), Attempts.NONE, Optional.empty(), NOW, NOW);
        PhotoResult kept = resultOf(handle(other));

        handler.discard(lost, outcome);

        assertEquals(Set.of(UPLOAD, kept.picture(), kept.thumbnail()), files.keys());
        assertArrayEquals(
                "small".getBytes(StandardCharsets.UTF_8),
                files.get(kept.thumbnail()).orElseThrow());
    }
}
