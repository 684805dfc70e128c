package io.productsnap.core.photo;

import io.productsnap.core.job.Claim;
import io.productsnap.core.job.Owner;
import io.productsnap.core.mail.Letter;
import io.productsnap.core.mail.Mail;
import io.productsnap.core.person.EmailAddress;
import io.productsnap.core.policy.UuidV7;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Tells sellers who want to know that a shot is finished. */
public final class CompletionMail {

    private final Function<Owner, Optional<EmailAddress>> recipient;
    private final URI frontEnd;
    private final Clock clock;
    private final RandomGenerator random;

    /**
     * @param recipient where to write to; empty when the owner does not want to be told
     * @param frontEnd where the pages are
     */
    public CompletionMail(
            Function<Owner, Optional<EmailAddress>> recipient, URI frontEnd, Clock clock, RandomGenerator random) {
        this.recipient = recipient;
        this.frontEnd = frontEnd;
        this.clock = clock;
        this.random = random;
    }

    /** The mail to send once the job of this claim is completed. What the photo is called stays out: it may be anything. */
    public Optional<Mail> about(Claim claim) {
        return recipient.apply(claim.owner()).map(this::write);
    }

    private Mail write(EmailAddress to) {
        return Letter.about("Your product shot is ready")
                .says("Look at it, and download it, in your library.")
                .leadsTo(URI.create(frontEnd + "/library"), "Open my library")
                .says("You get this mail because you asked to be told. You can change that in your account.")
                .to(to, UuidV7.of(clock.instant(), random));
    }
}
