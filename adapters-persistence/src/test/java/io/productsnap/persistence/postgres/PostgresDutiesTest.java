package io.productsnap.persistence.postgres;

import io.productsnap.core.contract.DutiesContract;
import io.productsnap.core.signal.Duties;
import javax.sql.DataSource;

final class PostgresDutiesTest implements DutiesContract {

    private final DataSource database = TestDatabase.emptied().pooled();

    @Override
    public Duties duties() {
        return new PostgresDuties(database);
    }
}
