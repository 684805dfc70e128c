package io.productsnap.persistence.postgres;

import static io.productsnap.core.contract.Examples.ANN;
import static io.productsnap.core.contract.Examples.NOW;
import static io.productsnap.core.contract.Examples.aJob;
import static io.productsnap.core.contract.Examples.aWorkerId;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.productsnap.core.job.Job;
import io.productsnap.core.job.JobId;
import io.productsnap.core.job.JobRequest;
import io.productsnap.core.job.WorkerId;
import io.productsnap.core.policy.RetryPolicy;
import io.productsnap.core.policy.StalePolicy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;

/** What a listener hears of the stores that work on a watched data source. */
final class WatchedDataSourceTest {

    private final Database database = TestDatabase.emptied();
    private final Heard heard = new Heard();
    private final PostgresJobStore store = watched(heard);

    /** Writes down what it hears. */
    private static final class Heard implements PostgresListener {
        private final Queue<String> all = new ConcurrentLinkedQueue<>();

        @Override
        public void ran(String statement, Duration took) {
            assertFalse(took.isNegative());
            all.add(statement);
        }

        @Override
        public void failed(String statement, Duration took) {
            all.add(statement + " failed");
        }

        @Override
        public void lanesMended(int lanes) {
            all.add(lanes + " mended");
        }

        List<String> but(Predicate<String> what) {
            return all.stream().filter(what.negate()).toList();
        }
    }

    private PostgresJobStore watched(PostgresListener listener) {
        return new PostgresJobStore(new WatchedDataSource(database.pooled(), listener));
    }

    /** Sent by whoever comes first, on a thread of its own perhaps. */
    private static boolean isNotice(String statement) {
        return statement.equals("wake_workers");
    }

    @Test
    void itHearsOfEachStatementByItsName() {
        WorkerId worker = aWorkerId();
        JobRequest request = aJob().request();
        store.beat(worker, NOW);
        store.admit(request, NOW);
        store.turn(worker, List.of(), 1, NOW);
        store.find(ANN, request.id());

        assertEquals(List.of("beat", "admit", "turn", "job_find"), heard.but(WatchedDataSourceTest::isNotice));
    }

    @Test
    void itHearsOfOneThatIsRefused() {
        JobRequest request = aJob().request();
        store.admit(request, NOW);

        assertThrows(JdbiException.class, () -> store.admit(request, NOW));

        assertEquals(List.of("admit", "admit failed"), heard.but(WatchedDataSourceTest::isNotice));
    }

    @Test
    void itHearsOfAQueueThatStoodStill() {
        store.admit(aJob().request(), NOW);
        TestDatabase.jdbi(database.pooled()).useHandle(handle -> handle.execute(CLOSE));

        store.rescue(StalePolicy.DEFAULT, RetryPolicy.DEFAULT, NOW);

        assertEquals(
                List.of("1 mended"),
                heard.all.stream().filter(line -> line.endsWith("mended")).toList());
    }

    private static final String CLOSE = """
        update productsnap.lane set is_open = false
        """;

    @Test
    void oneThatThrowsHarmsNoStatement() {
        PostgresJobStore harmed = watched(new PostgresListener() {
            @Override
            public void ran(String statement, Duration took) {
                throw new NoClassDefFoundError("broken");
            }
        });
        JobRequest request = aJob().request();

        harmed.admit(request, NOW);

        assertEquals(
                List.of(request.id()),
                store.find(ANN, request.id()).stream().map(Job::id).toList());
    }

    @Test
    void whatItWrapsCanBeAskedFor() throws SQLException {
        WatchedDataSource watched = new WatchedDataSource(database.direct(), heard);

        assertEquals(
                database.direct().getClass(),
                watched.unwrap(org.postgresql.ds.PGSimpleDataSource.class).getClass());
        assertFalse(watched.isWrapperFor(JobId.class));
    }
}
