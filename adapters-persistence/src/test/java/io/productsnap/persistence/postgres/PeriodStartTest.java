package io.productsnap.persistence.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.productsnap.core.policy.QuotaPolicy;
import io.productsnap.core.policy.QuotaPolicy.Period;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** The periods of a quota are computed in two places, by core and by {@code productsnap.charge}, and must not differ. */
final class PeriodStartTest {

    private static final String STARTS = """
        select productsnap.period_start(:period, :anchor, :now, 0) as this,
               productsnap.period_start(:period, :anchor, :now, 1) as next
        """;

    private static final Instant FROM = Instant.parse("2023-01-01T00:00:00Z");
    private static final long MICROS_A_DAY = Duration.ofDays(1).toNanos() / 1_000;

    private record Question(QuotaPolicy quota, Instant now) {}

    private record Answer(Question question, Instant start, Optional<Instant> next) {}

    private static Answer byCore(Question question) {
        QuotaPolicy quota = question.quota();
        return new Answer(question, quota.periodStart(question.now()), quota.nextPeriod(question.now()));
    }

    private static Answer byPostgres(Handle handle, Question question) {
        return handle.createQuery(STARTS)
                .bind("period", question.quota().period().name())
                .bind("anchor", question.quota().anchor())
                .bind("now", question.now())
                .map((row, context) ->
                        new Answer(question, Columns.instant(row, "this"), Columns.optionalInstant(row, "next")))
                .one();
    }

    @Test
    void postgresAndCoreAgreeOnWhereAPeriodBegins() {
        List<Question> questions =
                Stream.concat(anyMoments().stream(), ends().stream()).toList();

        List<Answer> answers = TestDatabase.jdbi(TestDatabase.emptied().pooled())
                .withHandle(handle -> questions.stream()
                        .map(question -> byPostgres(handle, question))
                        .toList());

        assertEquals(questions.stream().map(PeriodStartTest::byCore).toList(), answers);
    }

    private static List<Question> anyMoments() {
        SplittableRandom random = new SplittableRandom(4);
        List<Question> questions = new ArrayList<>();
        for (Period period : Period.values()) {
            for (int i = 0; i < 200; i++) {
                QuotaPolicy quota = new QuotaPolicy(1, period, moment(random, 800));
                questions.add(new Question(quota, moment(random, i % 2 == 0 ? 3_000 : 800)));
            }
        }
        return questions;
    }

    private static Instant moment(SplittableRandom random, int days) {
        return FROM.plus(Duration.ofNanos(random.nextLong(days * MICROS_A_DAY) * 1_000));
    }

    /** The last day of each kind of month, and the moments at which periods end and begin. */
    private static List<Question> ends() {
        List<Question> questions = new ArrayList<>();
        for (String day : List.of("2023-12-31", "2024-01-29", "2024-01-30", "2024-01-31", "2024-02-29", "2024-11-30")) {
            QuotaPolicy quota = new QuotaPolicy(1, Period.MONTH, Instant.parse(day + "T23:30:00Z"));
            Instant end = quota.anchor();
            for (int months = 0; months < 26; months++) {
                questions.add(new Question(quota, end.minusNanos(1_000)));
                questions.add(new Question(quota, end));
                end = quota.nextPeriod(end).orElseThrow();
            }
        }
        return questions;
    }
}
