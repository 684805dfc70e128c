package io.productsnap.core.contact;

import io.productsnap.core.limit.Throttle;
import io.productsnap.core.mail.Letter;
import io.productsnap.core.mail.Mail;
import io.productsnap.core.mail.MailOutbox;
import io.productsnap.core.person.Client;
import io.productsnap.core.person.EmailAddress;
import io.productsnap.core.policy.Complaint;
import io.productsnap.core.policy.UuidV7;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Hands what a stranger writes to our support, by mail. Nothing of it becomes a header but the subject, one line behind a
 * word of ours, and the address that the answer goes to, which is nothing but an address.
 */
public final class ContactSupport {

    /** What is within one line, in pieces that a letter takes whole: 500 characters are at most 1,000 chars. */
    private static final Pattern PARAGRAPH = Pattern.compile(".{1,500}");

    private final MailOutbox outbox;
    private final Throttle throttle;
    private final EmailAddress support;
    private final Clock clock;
    private final RandomGenerator random;

    /**
     * @param throttle how often one client may write
     * @param support whom to write to
     * @param random makes the ids of mails
     */
    public ContactSupport(
            MailOutbox outbox, Throttle throttle, EmailAddress support, Clock clock, RandomGenerator random) {
        this.outbox = outbox;
        this.throttle = throttle;
        this.support = support;
        this.clock = clock;
        this.random = random;
    }

    /** What can come of it. */
    public interface Answers<T> {
        T sent();

        T invalid(List<Complaint> complaints);

        T tooMany(Duration retryAfter);
    }

    /** Calls back with what came of it; a form with faults counts for nothing. */
    public <T> T write(ContactForm form, Client client, Answers<T> answers) {
        List<Complaint> complaints = form.complaints();
        if (!complaints.isEmpty()) {
            return answers.invalid(complaints);
        }
        return throttle.take("contact:" + client.network())
                .fold(
                        place -> {
                            outbox.write(mail(form, clock.instant()));
                            return answers.sent();
                        },
                        full -> answers.tooMany(full.retryAfter()));
    }

    private Mail mail(ContactForm form, Instant now) {
        // Fits the parse that the form has passed.
        EmailAddress sender = EmailAddress.parse(form.email()).orElseThrow();
        Letter letter = Letter.about("Contact: " + form.subject().strip())
                .says("From: " + form.name().strip() + ", " + sender)
                .says("About: " + form.category().map(String::strip).orElse("nothing in particular"));
        for (String paragraph : paragraphs(form.message())) {
            letter = letter.says(paragraph);
        }
        return letter.to(support, UuidV7.of(now, random)).answeredTo(sender);
    }

    private static List<String> paragraphs(String message) {
        return PARAGRAPH
                .matcher(message)
                .results()
                .map(MatchResult::group)
                .filter(paragraph -> !paragraph.isBlank())
                .toList();
    }
}
