package io.productsnap.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.core.policy.Failure.Cause;
import io.productsnap.core.property.ForAll;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class RetryPolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final List<Cause> CAUSES = List.of(Cause.values());

    private record Case(RetryPolicy policy, Failure failure, Attempts before, long seed) {
        static Case draw(SplittableRandom random) {
            return new Case(
                    new RetryPolicy(random.nextInt(6), random.nextInt(6), Backoff.DEFAULT),
                    new Failure(CAUSES.get(random.nextInt(CAUSES.size())), "why"),
                    new Attempts(random.nextInt(8), random.nextInt(8)),
                    random.nextLong());
        }

        Verdict verdict() {
            return policy.after(failure, before, NOW, new SplittableRandom(seed));
        }

        boolean hasBudget() {
            return switch (failure.cause()) {
                case WORK -> false;
                case ERROR -> before.errors() < policy.errorRetries();
                case CRASH -> before.crashes() < policy.crashRetries();
            };
        }
    }

    @Test
    void aRetryIsGrantedWhileItsOwnBudgetLasts() {
        ForAll.cases(Case::draw, drawn -> assertEquals(drawn.hasBudget(), drawn.verdict() instanceof Verdict.RetryAt));
    }

    @Test
    void aRetryIsNeverInThePastNorTooFarAhead() {
        Instant latest = NOW.plus(Backoff.DEFAULT.longest());
        ForAll.cases(
                Case::draw,
                drawn -> drawn.verdict()
                        .fold(
                                retry -> {
                                    assertFalse(retry.when().isBefore(NOW), "retry: " + retry);
                                    assertFalse(retry.when().isAfter(latest), "retry: " + retry);
                                    return retry;
                                },
                                giveUp -> {
                                    assertEquals("why", giveUp.reason());
                                    return giveUp;
                                }));
    }

    @Test
    void retriesEndWhateverTheFailures() {
        ForAll.cases(random -> random, random -> {
            RetryPolicy policy = new RetryPolicy(random.nextInt(5), random.nextInt(5), Backoff.DEFAULT);
            Attempts attempts = Attempts.NONE;
            int runs = 1;
            Failure failure = passing(random);
            while (policy.after(failure, attempts, NOW, random) instanceof Verdict.RetryAt) {
                attempts = attempts.and(failure.cause());
                failure = passing(random);
                runs++;
            }
            assertTrue(runs <= 1 + policy.crashRetries() + policy.errorRetries(), "runs: " + runs);
            assertEquals(runs - 1, attempts.retries());
        });
    }

    private static Failure passing(SplittableRandom random) {
        return random.nextBoolean() ? Failure.passing("down") : Failure.crash("gone");
    }

    @Test
    void onOneBudgetThereAreFourRunsByDefault() {
        Failure failure = Failure.passing("down");

        assertInstanceOf(Verdict.RetryAt.class, RetryPolicy.DEFAULT.after(failure, new Attempts(3, 2), NOW, () -> 0));
        assertInstanceOf(Verdict.GiveUp.class, RetryPolicy.DEFAULT.after(failure, new Attempts(0, 3), NOW, () -> 0));
    }

    @Test
    void aCrashIsRetriedAtOnce() {
        assertEquals(
                new Verdict.RetryAt(NOW),
                RetryPolicy.DEFAULT.after(Failure.crash("gone"), Attempts.NONE, NOW, new SplittableRandom(1)));
    }

    @Test
    void aBudgetMayBeNothing() {
        RetryPolicy never = RetryPolicy.of(0);

        assertInstanceOf(Verdict.GiveUp.class, never.after(Failure.crash("gone"), Attempts.NONE, NOW, () -> 0));
        assertInstanceOf(Verdict.GiveUp.class, never.after(Failure.passing("down"), Attempts.NONE, NOW, () -> 0));
    }

    @Test
    void nonsenseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new RetryPolicy(-1, 0, Backoff.DEFAULT));
        assertThrows(IllegalArgumentException.class, () -> new RetryPolicy(0, -1, Backoff.DEFAULT));
        assertThrows(IllegalArgumentException.class, () -> new Attempts(-1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Attempts(0, -1));
    }

    @Test
    void onlyAFailureOfTheWorkItselfIsNotOurs() {
        assertFalse(Failure.ofWork("broken").isOurs());
        assertTrue(Failure.passing("down").isOurs());
        assertTrue(Failure.crash("gone").isOurs());
    }

    @Test
    void aLongMessageIsCutAndABlankOneRefused() {
        assertEquals(
                Failure.MAX_MESSAGE, Failure.passing("x".repeat(501)).message().length());
        assertEquals("x".repeat(500), Failure.passing("x".repeat(500)).message());
        assertThrows(IllegalArgumentException.class, () -> Failure.passing(" "));
    }

    @Test
    void theDelayIsTheBackoffs() {
        RetryPolicy policy = new RetryPolicy(0, 9, new Backoff(Duration.ofMillis(8), Duration.ofSeconds(9)));
        SplittableRandom random = new SplittableRandom(5);
        Duration drawn = policy.backoff().delay(4, random.split());

        assertEquals(
                new Verdict.RetryAt(NOW.plus(drawn)),
                policy.after(Failure.passing("down"), new Attempts(0, 4), NOW, new SplittableRandom(5).split()));
    }
}
