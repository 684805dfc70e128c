package io.productsnap.benchmarks.crash;

import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Workers are killed and replaced, frozen and woken, while owners change their minds: all of it at once, for a while. Used by
 * one thread.
 */
final class Hammer {

    /** A frozen one, and when it is to be woken. */
    private record Asleep(Hand hand, long until) {}

    private final RandomGenerator random = new SplittableRandom();
    private final Stage stage;
    private Optional<Asleep> asleep = Optional.empty();

    private Hammer(Stage stage) {
        this.stage = stage;
    }

    static Scenario scenario(Duration time) {
        Habits habits = Habits.USUAL.withWishes(30).withSlow(2).inAHurry(90, 50);
        return new Scenario("hammer", habits, stage -> new Hammer(stage).strikeFor(time));
    }

    private void strikeFor(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (boolean kill = true; System.nanoTime() < end; kill = !kill) {
            if (kill) {
                stage.busiest().kill();
                stage.crew().start();
            } else if (asleep.isEmpty()) {
                asleep = Optional.of(freeze(stage.busiest()));
            }
            pause();
            wake(System.nanoTime());
        }
        wake(Long.MAX_VALUE);
        stage.goOn();
    }

    private Asleep freeze(Hand hand) {
        hand.freeze();
        Duration twice = stage.crew().lease().multipliedBy(2);
        return new Asleep(hand, System.nanoTime() + twice.toNanos());
    }

    /** Half a lease to a whole: blows often enough to meet each other, and half of the crew is always at work. */
    private void pause() {
        long half = stage.crew().lease().dividedBy(2).toMillis();
        Patience.rest(Duration.ofMillis(half + random.nextLong(half)));
    }

    private void wake(long now) {
        asleep.filter(one -> one.until() <= now).ifPresent(one -> {
            one.hand().thaw();
            asleep = Optional.empty();
        });
    }
}
