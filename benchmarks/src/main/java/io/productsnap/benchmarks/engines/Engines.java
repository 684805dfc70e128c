package io.productsnap.benchmarks.engines;

import java.io.PrintStream;
import java.util.Map;

/** Our engine beside those that people pick instead: on one server, in one run, by turns. */
public final class Engines {

    private final Sizes sizes;
    private final Medians<String, Burn> burns = new Medians<>();
    private final Medians<String, Waits> apart = new Medians<>();
    private final Medians<String, Waits> together = new Medians<>();
    private final Medians<String, Crowd> crowds = new Medians<>();
    private final Medians<String, Floor> floors = new Medians<>();

    private Engines(Sizes sizes) {
        this.sizes = sizes;
    }

    /** Prints Markdown tables; what it is at goes to standard error. */
    public static void measure(Sizes sizes, PrintStream out) throws Exception {
        String server;
        Engines engines = new Engines(sizes);
        try (Servers servers = Servers.start()) {
            server = servers.site().serverVersion();
            engines.warmUp(servers.site());
            for (int round = 0; round < sizes.rounds(); round++) {
                engines.round(servers.site());
            }
        }
        Map<Contender, Double> idle = Idle.measure(sizes.idle());
        new Report(
                        sizes,
                        new Findings(
                                engines.burns, engines.apart, engines.together, engines.crowds, engines.floors, idle))
                .print(server, out);
    }

    /** Ours alone, by burn-downs. */
    public static void burnDown(Sizes sizes, PrintStream out) throws Exception {
        Medians<String, Burn> burns = new Medians<>();
        try (Servers servers = Servers.start()) {
            for (int round = 0; round < sizes.rounds(); round++) {
                burns.add(
                        Contenders.OURS.name(),
                        Burn.down(servers.site(), Contenders.OURS, Shape.USUAL, sizes.jobs(), Burdens.NONE));
            }
        }
        Report.burnDown(burns).print(out);
    }

    private void warmUp(Site site) throws Exception {
        for (Contender contender : Contenders.usual()) {
            burn(site, contender);
        }
    }

    private Burn burn(Site site, Contender contender) throws Exception {
        return Burn.down(site, contender, Shape.USUAL, sizes.jobs() / Contenders.share(contender), Burdens.NONE);
    }

    private void round(Site site) throws Exception {
        for (Contender contender : Contenders.usual()) {
            burns.add(contender.name(), burn(site, contender));
        }
        floors.add("floor", Floor.measure(site));
        for (Shape shape : Shape.all(sizes)) {
            burns.add(shape.name(), Burn.down(site, Contenders.OURS, shape.load(), sizes.jobs(), shape.burden()));
        }
        for (Contender contender : Contenders.apart()) {
            apart.add(contender.name(), OpenLoop.apart(site, contender, Shape.USUAL, sizes.seconds()));
        }
        for (Contender contender : Contenders.usual()) {
            together.add(contender.name(), OpenLoop.together(site, contender, Shape.USUAL, sizes.seconds()));
        }
        crowds.add("crowd", Crowd.gather(site, sizes.crowd(), sizes.seconds()));
    }
}
