package io.productsnap.core.job;

import io.productsnap.core.job.Settlement.Ending;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Tells each of some listeners, whatever the others throw. Thread-safe. */
record Listeners(List<EngineListener> all) implements EngineListener {

    private static final System.Logger LOG = System.getLogger(Listeners.class.getName());

    Listeners {
        all = List.copyOf(all);
    }

    @Override
    public void began(Claim claim) {
        tell(listener -> listener.began(claim));
    }

    @Override
    public void ended(Claim claim, Ending ending, Duration ran) {
        tell(listener -> listener.ended(claim, ending, ran));
    }

    @Override
    public void dropped(Claim claim) {
        tell(listener -> listener.dropped(claim));
    }

    @Override
    public void rescued(Job job) {
        tell(listener -> listener.rescued(job));
    }

    @Override
    public void mended(MendLiveRuns.Count wrong) {
        tell(listener -> listener.mended(wrong));
    }

    @Override
    public void troubled(String duty, Throwable trouble) {
        tell(listener -> listener.troubled(duty, trouble));
    }

    private void tell(Consumer<EngineListener> news) {
        for (EngineListener listener : all) {
            try {
                news.accept(listener);
            } catch (RuntimeException | Error failed) {
                // Even an error, as of a class that is missing: it is the listener's, and the job is done all the same.
                LOG.log(
                        Level.WARNING,
                        () -> "a listener failed: " + listener.getClass().getName(),
                        failed);
            }
        }
    }
}
