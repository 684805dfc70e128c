package example;

import io.productsnap.core.inmemory.InMemoryData;
import io.productsnap.core.inmemory.InMemoryJobStore;
import io.productsnap.core.inmemory.InMemorySignals;
import io.productsnap.core.job.*;
import io.productsnap.core.policy.QuotaPolicy;
import io.productsnap.core.policy.QuotaPolicy.Period;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

class Greetings {
    public static void main(String[] args) throws Exception {
        var data = new InMemoryData();
        var store = new InMemoryJobStore(data);
        var ann = new Owner("ann");
        var quota = new QuotaPolicy(100, Period.MONTH, Instant.now()); // 100 jobs a month, 2 at a time
        store.allow(ann, new Allowance.Lasting(new Terms("trial", 2, 1, quota)));

        var greet = new JobKind("greet");
        var tries = new AtomicInteger();
        var done = new CountDownLatch(3);
        JobHandler handler = (claim, progress) -> {
            if (tries.incrementAndGet() == 1) throw new java.io.IOException("the first try fails and is retried");
            done.countDown();
            return Outcome.produced("Hello, " + claim.spec().payload());
        };
        try (var engine = Engine.builder(store)
                .signals(new InMemorySignals(data))
                .handler(greet, handler)
                .build()) {
            engine.start();
            for (var name : new String[] {"Bob", "Cid", "Dee"}) engine.submit(ann, new JobSpec(greet, name, ""));
            done.await();
        }
        System.out.println(store.usage(ann, Instant.now()).used() + " greetings sent in " + tries + " runs");
    }
}
