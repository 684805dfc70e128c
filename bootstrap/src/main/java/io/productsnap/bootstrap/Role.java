package io.productsnap.bootstrap;

/** What a process does. */
public enum Role {
    /** Everything: HTTP, and the work behind it. */
    SERVE,
    /** HTTP alone. */
    API,
    /** Jobs and mails alone; its HTTP tells how it is, and what it measures. */
    WORKER,
    /** Brings the schema up to date, and ends. */
    MIGRATE,
    /** An act on a user, and the end. */
    ADMINISTER;

    boolean answersHttp() {
        return this == SERVE || this == API;
    }

    boolean runsJobs() {
        return this == SERVE || this == WORKER;
    }
}
