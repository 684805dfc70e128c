package io.productsnap.bootstrap.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.productsnap.core.mail.Mail;
import io.productsnap.core.mail.Mailer;

/** Counts what another mailer does. */
final class CountedMailer implements Mailer {

    private final Mailer mailer;
    private final Counter sent;
    private final Counter refused;
    private final Counter undelivered;

    CountedMailer(Mailer mailer, MeterRegistry registry) {
        this.mailer = mailer;
        this.sent = counter("sent", registry);
        this.refused = counter("refused", registry);
        this.undelivered = counter("undelivered", registry);
    }

    private static Counter counter(String outcome, MeterRegistry registry) {
        return Counter.builder("productsnap.mails")
                .description("Mails that a mail server took, refused for good, or could not be given for now")
                .tag("outcome", outcome)
                .register(registry);
    }

    @Override
    public void send(Mail mail) {
        try {
            mailer.send(mail);
            sent.increment();
        } catch (MailRefused never) {
            refused.increment();
            throw never;
        } catch (RuntimeException notNow) {
            undelivered.increment();
            throw notNow;
        }
    }
}
