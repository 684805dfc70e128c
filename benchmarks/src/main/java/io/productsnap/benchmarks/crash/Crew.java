package io.productsnap.benchmarks.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The worker processes of a test, those too that were killed. Used by one thread. */
final class Crew implements AutoCloseable {

    private static final int THREADS = 8;

    private final Ground ground;
    private final Duration lease;
    private final List<Hand> hands = new ArrayList<>();

    private Crew(Ground ground, Duration lease) {
        this.ground = ground;
        this.lease = lease;
    }

    static Crew hire(Ground ground, Duration lease, int workers) {
        Crew crew = new Crew(ground, lease);
        List<Hand> starting =
                IntStream.range(0, workers).mapToObj(i -> crew.start()).toList();
        starting.forEach(Hand::awaitReady);
        return crew;
    }

    Ground ground() {
        return ground;
    }

    Duration lease() {
        return lease;
    }

    /** In the place of one that was killed. It is ready when its first run is in its journal: nobody waits for it. */
    Hand start() {
        int number = hands.size();
        Place place = ground.place();
        Relay postgres = Relay.to(ground.postgresUrl());
        WorkerSettings settings = new WorkerSettings(
                postgres.url(), ground.redisUrl(), place.folder(), place.journal(number), lease, THREADS);
        Process process = WorkerProgram.start(settings, place.log(number));
        Hand hand = new Hand(process, postgres, new JournalReader(settings.journal()), place.log(number));
        hands.add(hand);
        return hand;
    }

    List<Hand> all() {
        return List.copyOf(hands);
    }

    List<Hand> atWork() {
        return hands.stream().filter(hand -> hand.isAlive() && !hand.isFrozen()).toList();
    }

    void dismiss() {
        hands.forEach(Hand::dismiss);
    }

    @Override
    public void close() {
        hands.forEach(Hand::close);
    }
}
