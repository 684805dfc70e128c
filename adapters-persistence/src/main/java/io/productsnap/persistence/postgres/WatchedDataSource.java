package io.productsnap.persistence.postgres;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A data source whose statements a listener is told of: our stores look for it. As thread-safe as the one it wraps. */
public final class WatchedDataSource implements DataSource {

    private final DataSource wrapped;
    private final PostgresListener listener;

    public WatchedDataSource(DataSource wrapped, PostgresListener listener) {
        this.wrapped = wrapped;
        this.listener = new PatientListener(listener);
    }

    PostgresListener listener() {
        return listener;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return wrapped.getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return wrapped.getConnection(user, password);
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return wrapped.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        wrapped.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        wrapped.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return wrapped.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return wrapped.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(wrapped) ? type.cast(wrapped) : wrapped.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(wrapped) || wrapped.isWrapperFor(type);
    }
}
