package io.productsnap.core.session;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;

/** Answers a refresh token with the next one. */
public final class RefreshSession {

    private static final System.Logger LOG = System.getLogger(RefreshSession.class.getName());

    private final RefreshTokens refreshTokens;
    private final SessionStore sessions;
    private final RotationPolicy policy;
    private final IssueTokens tokens;
    private final Clock clock;

    public RefreshSession(
            RefreshTokens refreshTokens,
            SessionStore sessions,
            RotationPolicy policy,
            IssueTokens tokens,
            Clock clock) {
        this.refreshTokens = refreshTokens;
        this.sessions = sessions;
        this.policy = policy;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** @return new tokens; empty when the one that was presented is not good any more, or never was */
    public Optional<Tokens> refresh(String refreshToken) {
        return refreshTokens
                .read(refreshToken)
                .flatMap(presented -> sessions.rotate(
                                presented.session(), presented.generation(), policy, clock.instant())
                        .fold(
                                renewed -> Optional.of(tokens.of(renewed.session())),
                                stolen -> {
                                    LOG.log(
                                            Level.WARNING,
                                            "session {0} ended: an old refresh token came back",
                                            presented.session());
                                    return Optional.empty();
                                },
                                gone -> Optional.empty()));
    }
}
