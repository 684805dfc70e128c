package io.productsnap.architecture.broken.job;

import java.sql.Connection;
import java.sql.SQLException;

/** A database in the core. */
public final class UsesSql {

    public boolean isOpen(Connection connection) throws SQLException {
        return !connection.isClosed();
    }
}
