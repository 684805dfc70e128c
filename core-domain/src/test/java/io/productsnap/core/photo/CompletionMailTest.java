package io.productsnap.core.photo;

import static io.productsnap.core.contract.Examples.ANN;
import static io.productsnap.core.contract.Examples.BOB;
import static io.productsnap.core.contract.Examples.NOW;
import static io.productsnap.core.contract.Examples.aJob;
import static io.productsnap.core.contract.Examples.aJobId;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.inmemory.TurnableClock;
import io.productsnap.core.job.Claim;
import io.productsnap.core.job.Fence;
import io.productsnap.core.job.Owner;
import io.productsnap.core.mail.Mail;
import io.productsnap.core.person.EmailAddress;
import io.productsnap.core.policy.Attempts;
import java.net.URI;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class CompletionMailTest {

    private static final EmailAddress ANNS = new EmailAddress("ann@example.com");

    private final CompletionMail mail = new CompletionMail(
            owner -> Optional.of(ANNS).filter(address -> owner.equals(ANN)),
            URI.create("https://shop.example"),
            new TurnableClock(NOW),
            new Random(1));

    private static Claim of(Owner owner) {
        return new Claim(new Fence(aJobId(), 1), owner, aJob().spec(), Attempts.NONE, Optional.empty(), NOW, NOW);
    }

    @Test
    void itLeadsToTheLibrary() {
        Mail written = mail.about(of(ANN)).orElseThrow();

        assertEquals(ANNS, written.to());
        assertTrue(written.text().contains("https://shop.example/library"), written.text());
        assertTrue(written.html().contains("href=\"https://shop.example/library\""), written.html());
    }

    @Test
    void whoDoesNotWantToKnowIsNotTold() {
        assertEquals(Optional.empty(), mail.about(of(BOB)));
    }
}
