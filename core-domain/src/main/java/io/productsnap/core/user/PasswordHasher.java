package io.productsnap.core.user;

/**
 * Hashes passwords slowly, on purpose. Thread-safe, and bounded in how many it hashes at once.
 *
 * <p>All that hashes throws {@link Busy} when too many wait already.
 */
public interface PasswordHasher {

    /** @return the hash with its parameters and salt, in the PHC string format */
    String hash(String password);

    /** Takes the same time whether it matches or not. */
    boolean matches(String password, String hash);

    /** Takes as long as {@link #matches} and is never true: for an address that nobody has. */
    boolean matchesNothing(String password);

    /** Whether a hash is cheaper to guess against than one that {@link #hash} makes today. Hashes nothing. */
    boolean isWeak(String hash);

    /** Too many hashes are being made at this moment. */
    class Busy extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Busy() {
            super("too many passwords are being hashed");
        }
    }
}
