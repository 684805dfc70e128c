package io.productsnap.bootstrap;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a program running until its process is asked to end (SIGTERM, SIGINT), and then ends it in good order. */
final class Stay {

    private static final Logger LOG = LoggerFactory.getLogger(Stay.class);

    private final Role role;
    private final Function<Role, Surroundings> surroundings;
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    Stay(Role role, Function<Role, Surroundings> surroundings) {
        this.role = role;
        this.surroundings = surroundings;
    }

    int untilAsked() {
        // The JVM is gone once its hooks have returned: the hook waits until everything is closed.
        Thread hook = new Thread(this::ask, "productsnap-shutdown");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            stay();
            LOG.info("ProductSnap has ended");
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
        return 0;
    }

    private void stay() throws InterruptedException {
        try (Surroundings here = surroundings.apply(role);
                Program program = Program.start(Settings.read(here.settings()), role, here.extraRoutes())) {
            LOG.info("ProductSnap is ready: {}", program.address());
            Optional.ofNullable(here.settings().get("DATA_DIR"))
                    .ifPresent(data -> LOG.info("data is kept in {}", data));
            asked.await();
            LOG.info("asked to end");
        }
    }

    private void ask() {
        asked.countDown();
        try {
            ended.await();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
