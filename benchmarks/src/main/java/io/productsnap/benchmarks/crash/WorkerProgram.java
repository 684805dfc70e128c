package io.productsnap.benchmarks.crash;

import io.productsnap.core.job.Claim;
import io.productsnap.core.job.Engine;
import io.productsnap.core.job.JobHandler;
import io.productsnap.core.photo.PhotoHandler;
import io.productsnap.core.photo.PhotoOrder;
import io.productsnap.messaging.redis.Redis;
import io.productsnap.messaging.redis.RedisJobEvents;
import io.productsnap.messaging.redis.RedisLiveRuns;
import io.productsnap.messaging.redis.RedisSettings;
import io.productsnap.persistence.postgres.Database;
import io.productsnap.persistence.postgres.PostgresJobStore;
import io.productsnap.persistence.postgres.PostgresSettings;
import io.productsnap.persistence.postgres.PostgresSignals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A worker as production has it, but for a studio that pretends, and with a journal. Prints "ready" once it takes jobs,
 * and goes home when its input ends: so none is left when whoever started it is gone.
 */
final class WorkerProgram {

    private static final List<String> QUICK_START =
            List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

    private WorkerProgram() {}

    /** Puts a process on its way: with this program's Java and class path. */
    static Process start(WorkerSettings settings, Path log) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(QUICK_START);
        command.add("-Dlogback.configurationFile=io/productsnap/benchmarks/crash/worker-logback.xml");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), WorkerProgram.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
        builder.environment().putAll(settings.environment());
        try {
            return builder.start();
        } catch (IOException unstarted) {
            throw new UncheckedIOException(unstarted);
        }
    }

    public static void main(String[] none) throws IOException {
        WorkerSettings settings = WorkerSettings.read(System.getenv());
        try (Journal journal = new Journal(settings.journal());
                Database database = new Database(PostgresSettings.parse(settings.postgres()));
                Redis redis = new Redis(RedisSettings.parse(settings.redis()));
                PostgresSignals signals = new PostgresSignals(database.direct());
                Engine engine = Engine.builder(new PostgresJobStore(database.pooled()))
                        .settings(settings.engine())
                        .signals(signals)
                        .events(new RedisJobEvents(redis))
                        .listener(new JournaledAnswers(journal))
                        .liveRuns(new RedisLiveRuns(redis, settings.lease().multipliedBy(2)))
                        .handler(PhotoOrder.KIND, handler(settings, journal))
                        .handler(InStep.KIND, new JournaledHandler(new InStep(), journal))
                        .build()) {
            signals.start();
            engine.start();
            System.out.println("ready");
            // Nobody says anything; only the end counts.
            System.in.readAllBytes();
        }
    }

    private static JobHandler handler(WorkerSettings settings, Journal journal) {
        PhotoHandler handler = new PhotoHandler(
                settings.place().switchedPhotos(),
                new PretendingStudio(new SecureRandom()),
                tier -> false,
                claim -> isToldByMail(claim) ? Optional.of(Receipts.of(claim.fence())) : Optional.empty());
        return new JournaledHandler(handler, journal);
    }

    /** Settlements with a mail take another way to the store than those without. Each gets its half of the jobs. */
    private static boolean isToldByMail(Claim claim) {
        return claim.job().value().getLeastSignificantBits() % 2 == 0;
    }
}
