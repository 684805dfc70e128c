package io.productsnap.core.inmemory;

import io.productsnap.core.audit.AuditEntry;
import io.productsnap.core.mail.Mail;
import io.productsnap.core.person.UserId;
import io.productsnap.core.session.Session;
import io.productsnap.core.session.SessionId;
import io.productsnap.core.signal.Signals.Topic;
import io.productsnap.core.user.OneTimeLink;
import io.productsnap.core.user.OneTimeLink.Purpose;
import io.productsnap.core.user.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * All that the in-memory stores know, behind one lock: a method of theirs is one transaction, and several stores over
 * the same data see each other's writes, as tables of one database do. Hand one to each store that is to share it.
 */
public final class InMemoryData {

    final JobTable jobs = new JobTable();
    final Map<UserId, User> users = new HashMap<>();
    final Map<SessionId, Session> sessions = new HashMap<>();
    final Map<SessionId, Instant> endedSessions = new HashMap<>();
    final Map<String, OneTimeLink> links = new HashMap<>();
    final Map<UserId, Instant> closed = new LinkedHashMap<>();
    final Map<UUID, StoredMail> mails = new LinkedHashMap<>();
    final List<AuditEntry> audit = new ArrayList<>();
    private final Map<Topic, List<Runnable>> listeners = new EnumMap<>(Topic.class);
    private final ReentrantLock lock = new ReentrantLock();
    private final Set<Topic> due = EnumSet.noneOf(Topic.class);

    public InMemoryData() {
        for (Topic topic : Topic.values()) {
            listeners.put(topic, new CopyOnWriteArrayList<>());
        }
    }

    /** Runs the work alone, and gives its signals once it is done: a listener finds what the signal told of. */
    <T> T transaction(Supplier<T> work) {
        Set<Topic> signals = EnumSet.noneOf(Topic.class);
        lock.lock();
        try {
            return work.get();
        } finally {
            signals.addAll(due);
            due.clear();
            lock.unlock();
            signals.forEach(topic -> listenersTo(topic).forEach(Runnable::run));
        }
    }

    /** Puts a mail into the outbox, once. To be called inside a transaction. */
    void write(Mail mail, Instant due) {
        mails.putIfAbsent(mail.id(), StoredMail.waiting(mail, due));
        becameDue(Topic.MAIL);
    }

    /**
     * Ends sessions before their time. To be called inside a transaction.
     *
     * @return as they were
     */
    List<Session> endSessions(Predicate<Session> which, Instant at) {
        List<Session> gone = sessions.values().stream().filter(which).toList();
        for (Session session : gone) {
            sessions.remove(session.id());
            endedSessions.put(session.id(), at);
            becameDue(Topic.SESSIONS);
        }
        return gone;
    }

    /** A link that is unspent and in time. To be called inside a transaction. */
    Optional<OneTimeLink> link(String tokenHash, Purpose purpose, Instant now) {
        return Optional.ofNullable(links.get(tokenHash))
                .filter(link -> link.purpose() == purpose && now.isBefore(link.expiresAt()));
    }

    /** The same, for the last time. To be called inside a transaction. */
    Optional<OneTimeLink> spend(String tokenHash, Purpose purpose, Instant now) {
        Optional<OneTimeLink> good = link(tokenHash, purpose, now);
        good.ifPresent(link -> links.remove(tokenHash));
        return good;
    }

    /**
     * Forgets what is over, in a transaction of its own.
     *
     * @return how many were forgotten
     */
    <T> int forget(Collection<T> all, Predicate<T> over) {
        return transaction(() -> {
            int before = all.size();
            all.removeIf(over);
            return before - all.size();
        });
    }

    /** To be called inside a transaction. */
    void becameDue(Topic topic) {
        due.add(topic);
    }

    List<Runnable> listenersTo(Topic topic) {
        return listeners.getOrDefault(topic, List.of());
    }
}
