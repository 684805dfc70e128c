package io.productsnap.web;

import io.productsnap.core.user.PasswordHasher;
import java.util.concurrent.atomic.AtomicBoolean;

/** Hashes nothing, so that tests are quick; can be told to be busy. */
final class PlainHasher implements PasswordHasher {

    final AtomicBoolean busy = new AtomicBoolean();

    @Override
    public String hash(String password) {
        if (busy.get()) {
            throw new Busy();
        }
        return "plain:" + password;
    }

    @Override
    public boolean matches(String password, String hash) {
        return hash.equals(hash(password));
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
