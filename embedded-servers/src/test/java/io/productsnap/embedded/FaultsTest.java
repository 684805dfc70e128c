package io.productsnap.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class FaultsTest {

    @Test
    void aFullDiskIsCalledOne() {
        String output = """
            LOG:  starting PostgreSQL 18.6
            FATAL:  could not write lock file "postmaster.pid": No space left on device
            """;

        String told = Faults.told(output, Path.of("/"));

        assertTrue(told.startsWith("the disk is full: "), told);
        assertTrue(told.endsWith(" MB are left at /"), told);
    }

    @Test
    void theFatalLineSaysMoreThanTheLast() {
        String output = "LOG:  starting\nFATAL:  could not load x\nLOG:  database system is shut down\n";

        assertEquals("FATAL:  could not load x", Faults.told(output, Path.of("/")));
    }

    @Test
    void withoutAFatalLineTheLastIsTold() {
        assertEquals("two", Faults.told("one\ntwo\n", Path.of("/")));
    }
}
