package io.productsnap.web;

import io.productsnap.core.job.JobId;
import io.productsnap.core.person.UserId;
import io.productsnap.core.policy.MacKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Lets an {@code EventSource}, which sends no headers, listen to one job of one user: {@code user.expires.mac}. It stands in an
 * address, where others may see it, so it is good for a minute and for nothing else. Nothing of it is stored.
 */
record EventTickets(MacKey key, Clock clock) {

    static final Duration LIFE = Duration.ofSeconds(60);

    String issue(JobId job, UserId user) {
        String claim = user + "." + clock.instant().plus(LIFE).getEpochSecond();
        return claim + "." + key.seal(signed(job, claim));
    }

    /** @return whose ticket for this job it is; empty when it is forged, for another job, or too old */
    Optional<UserId> open(String ticket, JobId job) {
        String[] parts = ticket.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            boolean good = key.sealed(signed(job, parts[0] + "." + parts[1]), parts[2])
                    && clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts[1])));
            return good ? Optional.of(new UserId(UUID.fromString(parts[0]))) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static String signed(JobId job, String claim) {
        return job + "|" + claim;
    }
}
