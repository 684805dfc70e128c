package io.productsnap.persistence.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/** A way to Postgres that can be cut. */
final class Line extends PGSimpleDataSource {

    private static final long serialVersionUID = 1L;

    private volatile boolean cut;
    private volatile int process;

    static Line to(PostgresSettings settings) {
        Line line = new Line();
        line.setServerNames(new String[] {settings.host()});
        line.setPortNumbers(new int[] {settings.port()});
        line.setDatabaseName(settings.database());
        line.setUser(settings.user());
        line.setPassword(settings.password());
        return line;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (cut) {
            throw new SQLException("the line is cut", "08001");
        }
        Connection connection = super.getConnection();
        process = connection.unwrap(PGConnection.class).getBackendPID();
        return connection;
    }

    /** Has the last connection ended by the server, and gives no other. */
    void cut(Jdbi by) {
        cut = true;
        by.useHandle(handle -> handle.createQuery("select pg_terminate_backend(:pid)")
                .bind("pid", process)
                .mapTo(Boolean.class)
                .one());
    }

    void mend() {
        cut = false;
    }
}
