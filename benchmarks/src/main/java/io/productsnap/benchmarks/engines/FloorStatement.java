package io.productsnap.benchmarks.engines;

/**
 * One statement that is a transaction, and takes a number which grows by one with each transaction of a client.
 *
 * @param sql with {@code :first}, {@code :last}, {@code :before} and {@code :until} in it: the numbers of this batch and of
 *     the one before
 * @param batch so many jobs at a time
 */
record FloorStatement(String sql, int batch) {

    static final FloorStatement INSERT = new FloorStatement("""
            insert into floor.job (id, owner, payload, status)
            values (:first, :last, '{"input":"in/0000-0000.jpg","shot":"studio-white"}', 'QUEUED')
            """, 1);

    private static final String TURN = """
            with ended as (delete from floor.lease where job between :before and :until returning job),
                 written as (update floor.job j set status = 'COMPLETED', finished_at = now()
                               from ended where j.id = ended.job and j.id between :before and :until),
                 taken as (delete from floor.ready where job between :first and :last returning job)
            insert into floor.lease (job, worker, started_at) select job, 1, now() from taken
            """;

    private static final String TABLES = """
            create table floor.job (
              id bigint primary key, owner bigint, payload text, status text, finished_at timestamptz) with (fillfactor = 85);
            create table floor.ready (job bigint primary key);
            create table floor.lease (job bigint primary key, worker int, started_at timestamptz)
            """;

    private static final String QUEUED = """
            insert into floor.job (id, owner, payload, status)
            select n, n %% 1000, '{"input":"in/0000-0000.jpg","shot":"studio-white"}', 'QUEUED' from generate_series(1, %1$d) n;
            insert into floor.ready select id from floor.job
            """;

    static FloorStatement turn(int batch) {
        return new FloorStatement(TURN, batch);
    }

    void prepare(Site site, int jobs) {
        site.empty("floor");
        site.run(TABLES);
        site.run(QUEUED.formatted(jobs));
    }

    /** @param count 0 for a client's first transaction
     * @param each so many transactions has a client */
    long first(int client, int count, int each) {
        return 1 + ((long) client * each + count) * batch;
    }
}
