package io.productsnap.core.inmemory;

import io.productsnap.core.mail.Mail;
import io.productsnap.core.mail.MailOutbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A {@link MailOutbox} in memory. Thread-safe. */
public final class InMemoryMailOutbox implements MailOutbox {

    private final InMemoryData data;

    public InMemoryMailOutbox(InMemoryData data) {
        this.data = data;
    }

    @Override
    public void write(Mail mail) {
        data.transaction(() -> {
            data.write(mail, Instant.MIN);
            return mail;
        });
    }

    @Override
    public List<Waiting> take(int want, Duration hold, Instant now) {
        return data.transaction(() -> {
            List<StoredMail> due = data.mails.values().stream()
                    .filter(mail -> !mail.isSettled() && !mail.due().isAfter(now))
                    .sorted(Comparator.comparing(StoredMail::due))
                    .limit(want)
                    .toList();
            due.forEach(mail -> change(mail.mail().id(), m -> m.held(now.plus(hold))));
            return due.stream()
                    .map(mail -> new Waiting(mail.mail(), mail.attempts()))
                    .toList();
        });
    }

    @Override
    public void sent(UUID mail, Instant now) {
        change(mail, stored -> stored.settled(now));
    }

    @Override
    public void postpone(UUID mail, String why, Instant until) {
        change(mail, stored -> stored.postponed(until));
    }

    @Override
    public void giveUp(UUID mail, String why, Instant now) {
        change(mail, stored -> stored.settled(now));
    }

    @Override
    public int forgetSettled(Instant until) {
        return data.forget(
                data.mails.values(),
                mail -> mail.settledAt().filter(at -> !at.isAfter(until)).isPresent());
    }

    @Override
    public long waiting() {
        return data.transaction(() ->
                data.mails.values().stream().filter(mail -> !mail.isSettled()).count());
    }

    private void change(UUID id, UnaryOperator<StoredMail> change) {
        data.transaction(() -> data.mails.computeIfPresent(id, (key, stored) -> change.apply(stored)));
    }
}
