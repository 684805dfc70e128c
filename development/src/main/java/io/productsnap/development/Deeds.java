package io.productsnap.development;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has been done and has to be undone at the end, the last first; one that fails holds up none of the others. */
final class Deeds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Deeds.class);

    private final Deque<Undoing> undoings = new ArrayDeque<>();

    interface Undoing {
        void run() throws Exception;
    }

    void undo(Undoing undoing) {
        undoings.push(undoing);
    }

    @Override
    public void close() {
        while (!undoings.isEmpty()) {
            try {
                undoings.pop().run();
            } catch (Exception e) {
                LOG.warn("a step of stopping failed; the others go on", e);
            }
        }
    }
}
