package io.productsnap.core.inmemory;

import io.productsnap.core.signal.Signals;
import java.util.List;

/** Signals of the in-memory stores that share the data; they come on the thread that made something due. */
public final class InMemorySignals implements Signals {

    private final InMemoryData data;

    public InMemorySignals(InMemoryData data) {
        this.data = data;
    }

    @Override
    public Subscription listen(Topic topic, Runnable due) {
        List<Runnable> listeners = data.listenersTo(topic);
        listeners.add(due);
        return () -> listeners.remove(due);
    }

    @Override
    public boolean isHeard() {
        return true;
    }
}
