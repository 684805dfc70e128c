package io.productsnap.benchmarks.engines;

/** Finished jobs of ours, many at once: submitted, run and settled over the last hundred days. */
public final class History {

    private static final String JOBS = """
            insert into productsnap.job
                   (id, owner, kind, payload, label, status, due_at, fence, created_at, started_at, finished_at, result)
            select (substr(x.millis, 1, 8) || '-' || substr(x.millis, 9, 4) || '-7000-8000-' || lpad(to_hex(x.n), 12, '0'))::uuid,
                   'owner ' || x.n %% 1000, 'nothing', '{"input":"in/0000-0000.jpg","shot":"studio-white"}', 'a mug',
                   'COMPLETED', x.at, x.n, x.at, x.at + interval '1 second', x.at + interval '5 seconds',
                   '{"output":"out/0000-0000.png"}'
              from (select n, at, lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') as millis
                      from (select n, now() - interval '100 days' * (1 - n / %1$d.0) - interval '1 hour' as at
                              from generate_series(1, %1$d) n) y) x
            """;

    private History() {}

    static void write(Site site, int jobs) {
        site.run(of(jobs));
    }

    /** As a statement; owner 0 to owner 999 have as many each. */
    public static String of(int jobs) {
        return JOBS.formatted(jobs);
    }
}
