package io.productsnap.persistence.postgres;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.productsnap.core.policy.Unavailable;
import io.productsnap.embedded.TestServers;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

final class TransactionsTest {

    private static PGSimpleDataSource at(String url) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url);
        return dataSource;
    }

    private static Object query(Handle handle, String sql) {
        return handle.createQuery(sql).mapToMap().list();
    }

    @Test
    void aServerThatIsNotThereIsUnavailable() {
        // Nobody listens on port 1.
        Transactions away = new Transactions(at("jdbc:postgresql://127.0.0.1:1/nowhere?user=nobody"));

        assertThrows(Unavailable.class, () -> away.run(handle -> query(handle, "select 1")));
        assertThrows(Unavailable.class, () -> away.statement(handle -> query(handle, "select 1")));
    }

    @Test
    void aServerThatHangsUpIsUnavailable() {
        Transactions transactions = new Transactions(at(TestServers.postgres()));
        String hangUp = "select pg_terminate_backend(pg_backend_pid())";

        assertThrows(Unavailable.class, () -> transactions.run(handle -> query(handle, hangUp)));
        assertThrows(Unavailable.class, () -> transactions.statement(handle -> query(handle, hangUp)));
    }

    @Test
    void aMistakeOfOursIsNot() {
        Transactions transactions = new Transactions(at(TestServers.postgres()));

        JdbiException failed = assertThrows(
                JdbiException.class, () -> transactions.statement(handle -> query(handle, "select nothing")));

        assertFalse(String.valueOf(failed.getMessage()).isEmpty());
    }
}
