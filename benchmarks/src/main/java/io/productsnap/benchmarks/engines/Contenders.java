package io.productsnap.benchmarks.engines;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Our engine and those that people pick instead. */
final class Contenders {

    static final Contender OURS = new ProductSnapContender("ProductSnap, caps and quotas on");

    private static final Contender DB_SCHEDULER = new DbSchedulerContender("db-scheduler", Duration.ofSeconds(10));

    /** What a job of another process waits for; it is not worth having where all is one process. */
    private static final Contender QUICK_DB_SCHEDULER =
            new DbSchedulerContender("db-scheduler, polling every 100 ms", Duration.ofMillis(100));

    /** 8, 16, 32, 64 and 128 were tried; with the last it runs a fifth more jobs than with its own default here. */
    private static final Contender JOB_RUNR = new JobRunrContender("JobRunr", 128);

    private static final Contender QUARTZ = new QuartzContender("Quartz", Duration.ofSeconds(30));
    private static final Contender QUICK_QUARTZ =
            new QuartzContender("Quartz, polling every second", Duration.ofSeconds(1));

    private Contenders() {}

    /** As they are usually set up. */
    static List<Contender> usual() {
        return List.of(OURS, DB_SCHEDULER, JOB_RUNR, QUARTZ);
    }

    /** As they do best when jobs come from another process. */
    static List<Contender> apart() {
        return List.of(OURS, QUICK_DB_SCHEDULER, JOB_RUNR, QUICK_QUARTZ);
    }

    static List<Contender> all() {
        return Stream.concat(usual().stream(), apart().stream()).distinct().toList();
    }

    static Contender named(String name) {
        return all().stream()
                .filter(contender -> contender.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such contender: " + name));
    }

    /** A slow one gets that part of the jobs, so that its rounds end before the day does. */
    static int share(Contender contender) {
        return contender.equals(QUARTZ) ? 4 : 1;
    }
}
