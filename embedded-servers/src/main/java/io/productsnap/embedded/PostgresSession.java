package io.productsnap.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** What is asked of a running server here, as its administrator. */
record PostgresSession(Login login) {
    private static final Set<String> NOT_YET = Set.of("57P03", "08001", "08006");

    enum Answer {
        OURS,
        NOT_YET,
        OTHER
    }

    /** Whether the server that listens knows our password and serves this data folder. */
    Answer asked(Path data) {
        try (Connection connection = open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("show data_directory")) {
            boolean same = rows.next() && Path.of(rows.getString(1)).equals(data);
            return same ? Answer.OURS : Answer.OTHER;
        } catch (SQLException e) {
            return NOT_YET.contains(String.valueOf(e.getSQLState())) ? Answer.NOT_YET : Answer.OTHER;
        }
    }

    Set<String> databases() throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select datname from pg_database")) {
            Set<String> names = new TreeSet<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return Set.copyOf(names);
        }
    }

    void create(String database) throws SQLException {
        execute("create database \"" + plain(database) + "\"");
    }

    void drop(String database) throws SQLException {
        execute("drop database \"" + plain(database) + "\" with (force)");
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(Ports.HOST, login.port(), plain(database));
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = open();
                Statement running = connection.createStatement()) {
            running.execute(statement);
        }
    }

    private Connection open() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", PostgresTools.USER);
        properties.setProperty("password", login.password());
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "60");
        properties.setProperty("sslmode", "disable");
        properties.setProperty("gssEncMode", "disable");
        return DriverManager.getConnection(jdbcUrl("postgres"), properties);
    }

    private static String plain(String database) {
        if (!database.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("database must be [a-z][a-z0-9_]*: " + database);
        }
        return database;
    }
}
