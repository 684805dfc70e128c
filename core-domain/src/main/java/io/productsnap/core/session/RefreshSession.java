package io.productsnap.core.session;

import io.productsnap.core.person.Client;
import io.productsnap.core.session.RefreshTokens.Presented;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Answers a refresh token with the next one. */
public final class RefreshSession {

    private static final System.Logger LOG = System.getLogger(RefreshSession.class.getName());

    private final RefreshTokens refreshTokens;
    private final SessionStore sessions;
    private final RotationPolicy policy;
    private final EndedSessions ended;
    private final IssueTokens tokens;
    private final Clock clock;

    public RefreshSession(
            RefreshTokens refreshTokens,
            SessionStore sessions,
            RotationPolicy policy,
            EndedSessions ended,
            IssueTokens tokens,
            Clock clock) {
        this.refreshTokens = refreshTokens;
        this.sessions = sessions;
        this.policy = policy;
        this.ended = ended;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * @param client who presents the token, for the record of a theft
     * @return new tokens; empty when the one that was presented is not good any more, or never was
     */
    public Optional<Tokens> refresh(String refreshToken, Client client) {
        return refreshTokens.read(refreshToken).flatMap(presented -> rotate(presented, client));
    }

    private Optional<Tokens> rotate(Presented presented, Client client) {
        Instant now = clock.instant();
        return sessions.rotate(presented.session(), presented.generation(), policy, client, now)
                .fold(
                        renewed -> Optional.of(tokens.of(renewed.session())),
                        stolen -> {
                            ended.add(presented.session(), now);
                            LOG.log(
                                    Level.WARNING,
                                    "session {0} ended: an old refresh token came back",
                                    presented.session());
                            return Optional.empty();
                        },
                        gone -> Optional.empty());
    }
}
