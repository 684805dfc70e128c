package io.productsnap.embedded;

import java.io.IOException;

/** A kind of server as {@link Guard} sees it. */
interface Server {
    String name();

    /** The loopback port that it was started on last. */
    int port();

    /** Its process, ready for work: one that was left behind, or a new one. */
    ProcessHandle start() throws IOException;

    /** Returns when it has ended. */
    void stop(ProcessHandle process) throws IOException;
}
