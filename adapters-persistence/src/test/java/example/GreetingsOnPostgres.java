package example;

import io.productsnap.core.job.*;
import io.productsnap.persistence.postgres.*;
import java.util.concurrent.CountDownLatch;

class GreetingsOnPostgres {
    public static void main(String[] args) throws Exception {
        try (var database = new Database(PostgresSettings.parse(args[0])); // postgresql://user:password@host/db
                var signals = new PostgresSignals(database.direct())) {
            Migrations.ofEngine(database.direct()).apply(); // the engine's tables alone, in a schema of their own
            signals.start();
            var store = new PostgresJobStore(database.pooled());

            var greet = new JobKind("greet");
            var done = new CountDownLatch(3);
            JobHandler handler = (claim, progress) -> {
                done.countDown();
                return Outcome.produced("Hello, " + claim.spec().payload());
            };
            try (var engine = Engine.builder(store)
                    .signals(signals)
                    .handler(greet, handler)
                    .build()) {
                engine.start();
                for (var name : new String[] {"Bob", "Cid", "Dee"})
                    engine.submit(new Owner("ann"), new JobSpec(greet, name, ""));
                done.await();
            }
            System.out.println("3 greetings sent, and kept in Postgres");
        }
    }
}
