package io.productsnap.core.standin;

import io.productsnap.core.user.PasswordHasher;
import java.util.concurrent.atomic.AtomicInteger;

/** A hasher that takes no time, and counts how often it would have. What it calls {@code weak:} is to be hashed anew. */
public final class PlainHasher implements PasswordHasher {

    private final AtomicInteger hashes = new AtomicInteger();
    private volatile Runnable afterMatching = () -> {};

    /** Does this between what it finds and the answer. */
    public void afterMatching(Runnable deed) {
        afterMatching = deed;
    }

    /** How many hashes were made, of whatever kind. */
    public int hashes() {
        return hashes.get();
    }

    @Override
    public String hash(String password) {
        hashes.incrementAndGet();
        return "plain:" + password;
    }

    @Override
    public boolean matches(String password, String hash) {
        boolean matches = hash(password).equals(hash.replaceFirst("^weak:", "plain:"));
        afterMatching.run();
        return matches;
    }

    @Override
    public boolean matchesNothing(String password) {
        return hash(password).isEmpty();
    }

    @Override
    public boolean isWeak(String hash) {
        return hash.startsWith("weak:");
    }
}
