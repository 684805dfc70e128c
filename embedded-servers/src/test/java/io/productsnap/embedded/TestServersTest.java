package io.productsnap.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

final class TestServersTest {

    @Test
    void eachCallerGetsAnEmptyDatabaseOfItsOwn() throws Exception {
        for (int i = 0; i < 2; i++) {
            try (Connection connection = DriverManager.getConnection(TestServers.postgres());
                    Statement statement = connection.createStatement()) {
                statement.execute("create table only_here (id int)");
                try (ResultSet rows = statement.executeQuery("select count(*) from only_here")) {
                    assertTrue(rows.next());
                    assertEquals(0, rows.getInt(1));
                }
            }
        }
        assertNotEquals(TestServers.postgresUrl(), TestServers.postgresUrl());
    }

    @Test
    void eachCallerGetsARedisDatabaseOfItsOwn() {
        assertNotEquals(TestServers.redis(), TestServers.redis());
    }
}
