package io.productsnap.benchmarks.engines;

/**
 * What a server has done.
 *
 * @param commits so many transactions
 * @param logged so many bytes of write-ahead log
 */
record Work(long commits, long logged) {

    Work since(Work before) {
        return new Work(commits - before.commits, logged - before.logged);
    }
}
