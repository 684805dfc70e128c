package io.productsnap.benchmarks.crash;

import io.productsnap.core.policy.Unavailable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** What no port tells: the only place here that knows how the engine keeps its things. */
record Tables(DataSource source) {

    private static final String DROP = """
        drop schema if exists productsnap cascade
        """;

    // In one statement: what goes from the one to the other meanwhile is seen. Also a run that was called off has a
    // lease.
    private static final String UNFINISHED = """
        select 'unfinished: job ' || id from productsnap.job where finished_at is null
        union all select 'a lease of job ' || job_id from productsnap.lease
        """;

    // With all jobs at their end nothing is in a queue. The view is empty at any moment.
    private static final String LEFT = """
        select 'in the queue: job ' || job_id from productsnap.ready
        union all select 'put off: job ' || job_id from productsnap.deferred
        union all select what || coalesce(': job ' || id, '') from productsnap.unsound
        """;

    void drop() {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(DROP);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** What has not come to its end, in words. */
    List<String> unfinished() {
        return words(UNFINISHED);
    }

    /** What a round at rest should not have left, in words. */
    List<String> left() {
        return Stream.of(UNFINISHED, LEFT)
                .flatMap(query -> words(query).stream())
                .toList();
    }

    /** @throws Unavailable when the server cannot be asked */
    private List<String> words(String query) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException away) {
            throw new Unavailable("Postgres cannot be asked", away);
        }
    }
}
