package io.productsnap.security.argon2;

import io.productsnap.core.user.PasswordHasher;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Argon2id with 19 MiB and two passes (RFC 9106; OWASP Password Storage Cheat Sheet), computed by Bouncy Castle. Checks
 * the hashes of others too, as far as they stay within 128 MiB and 16 passes. Thread-safe.
 */
public final class Argon2PasswordHasher implements PasswordHasher {

    private static final System.Logger LOG = System.getLogger(Argon2PasswordHasher.class.getName());
    private static final int SALT_BYTES = 16;
    private static final int TAG_BYTES = 32;

    private final Workshop workshop;
    private final RandomGenerator random;

    /**
     * @param permits how many hash at once, one a core; each keeps 19 MiB once it was used
     * @param waiting how many more wait for a permit before {@link Busy} is thrown
     * @param random a cryptographically strong one
     */
    public Argon2PasswordHasher(int permits, int waiting, RandomGenerator random) {
        this.workshop = new Workshop(permits, waiting);
        this.random = random;
    }

    @Override
    public String hash(String password) {
        Recipe recipe = freshRecipe();
        return new PhcHash(recipe, tag(recipe, password, TAG_BYTES)).toString();
    }

    @Override
    public boolean matches(String password, String hash) {
        Optional<PhcHash> known = PhcHash.parse(hash);
        if (known.isEmpty()) {
            LOG.log(Level.WARNING, "a stored password hash cannot be read; nobody logs in with it");
            return matchesNothing(password);
        }
        byte[] expected = known.get().tag();
        return MessageDigest.isEqual(expected, tag(known.get().recipe(), password, expected.length));
    }

    @Override
    public boolean matchesNothing(String password) {
        tag(freshRecipe(), password, TAG_BYTES);
        return false;
    }

    @Override
    public boolean isWeak(String hash) {
        return PhcHash.parse(hash).filter(known -> known.recipe().isWeak()).isPresent();
    }

    private Recipe freshRecipe() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new Recipe(Variant.ARGON2ID, Cost.OURS, salt);
    }

    private byte[] tag(Recipe recipe, String password, int length) {
        byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
        return workshop.work(recipe.cost(), memory -> recipe.tag(bytes, length, memory));
    }
}
