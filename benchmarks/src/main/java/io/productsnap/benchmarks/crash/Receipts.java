package io.productsnap.benchmarks.crash;

import io.productsnap.core.job.Fence;
import io.productsnap.core.job.JobId;
import io.productsnap.core.mail.Mail;
import io.productsnap.core.mail.MailOutbox;
import io.productsnap.core.mail.MailOutbox.Waiting;
import io.productsnap.core.person.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The handlers' own account of completions: a mail of each, which the store keeps if, and only if, it accepts the
 * completion. Every run writes another mail, so two completions of a job are two mails.
 */
record Receipts(MailOutbox outbox) {

    private static final String AT = "@crash.example";

    static Mail of(Fence run) {
        return new Mail(
                UUID.randomUUID(),
                new EmailAddress(run.job() + AT),
                "Run " + run.number() + " is completed",
                "It is.",
                "<p>It is.</p>");
    }

    /** Takes out all there are, by their job. */
    Map<JobId, Integer> collect() {
        Map<JobId, Integer> receipts = new HashMap<>();
        Instant now = Instant.now();
        for (List<Waiting> some = take(now); !some.isEmpty(); some = take(now)) {
            for (Waiting one : some) {
                String address = one.mail().to().value();
                JobId.parse(address.substring(0, address.length() - AT.length()))
                        .ifPresent(job -> receipts.merge(job, 1, Integer::sum));
                outbox.sent(one.mail().id(), now);
            }
        }
        return receipts;
    }

    private List<Waiting> take(Instant now) {
        return outbox.take(500, Duration.ofMinutes(5), now);
    }
}
