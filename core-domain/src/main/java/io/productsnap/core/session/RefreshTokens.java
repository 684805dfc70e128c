package io.productsnap.core.session;

import io.productsnap.core.policy.MacKey;
import java.util.Optional;
import java.util.UUID;

/**
 * Refresh tokens: {@code session.generation.mac}. Nothing of them is stored. The next one can be computed again, so an
 * answer that was lost on its way can be repeated; an old one with a good MAC proves that it was once given out; one with
 * a bad MAC is worth nothing, so nobody can end somebody's session by guessing. Thread-safe.
 */
public final class RefreshTokens {

    /** A UUID, a number, 43 letters of MAC, and two dots: no good token is longer. */
    private static final int LONGEST = 36 + 10 + 43 + 2;

    private final MacKey key;

    public RefreshTokens(MacKey key) {
        this.key = key;
    }

    /** The token of the session's present generation. */
    public String of(Session session) {
        String claim = session.id() + "." + session.generation();
        return claim + "." + key.seal(claim);
    }

    /** @return what the token says; empty when it is not one of ours */
    public Optional<Presented> read(String token) {
        int dot = token.lastIndexOf('.');
        if (dot < 0 || token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            String claim = token.substring(0, dot);
            if (!key.sealed(claim, token.substring(dot + 1))) {
                return Optional.empty();
            }
            String[] parts = claim.split("\\.", -1);
            return Optional.of(new Presented(new SessionId(UUID.fromString(parts[0])), Integer.parseInt(parts[1])));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** A token that we once gave out. */
    public record Presented(SessionId session, int generation) {}
}
