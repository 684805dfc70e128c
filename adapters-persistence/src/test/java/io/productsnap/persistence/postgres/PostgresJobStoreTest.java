package io.productsnap.persistence.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.productsnap.core.contract.Examples;
import io.productsnap.core.contract.JobStoreContract;
import io.productsnap.core.inmemory.TurnableClock;
import io.productsnap.core.job.EndedJobs;
import io.productsnap.core.job.JobCensus;
import io.productsnap.core.job.JobStore;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;

final class PostgresJobStoreTest implements JobStoreContract {

    private static final String UNSOUND = """
        select what || ' ' || coalesce(id::text, '') from productsnap.unsound
        """;

    private final TurnableClock clock = new TurnableClock(Examples.NOW);
    private final DataSource database = TestDatabase.emptied().pooled();
    private final JobStore store = new PostgresJobStore(database);
    private final JobCensus census = new PostgresJobCensus(database);

    @AfterEach
    void nothingIsUnsound() {
        assertEquals(
                List.of(),
                Jdbi.create(database)
                        .withHandle(handle ->
                                handle.createQuery(UNSOUND).mapTo(String.class).list()));
    }

    @Override
    public JobStore store() {
        return store;
    }

    @Override
    public JobCensus census() {
        return census;
    }

    @Override
    public EndedJobs ended() {
        return new PostgresEndedJobs(database);
    }

    @Override
    public TurnableClock clock() {
        return clock;
    }
}
