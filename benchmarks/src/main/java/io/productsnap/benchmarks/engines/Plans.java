package io.productsnap.benchmarks.engines;

import io.productsnap.benchmarks.Machine;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What the statements that must not grow with history cost at a large one, with all indexes and without the one that is
 * theirs; and how the server goes about each of them. They are called as the program calls them, and
 * overheard on their way.
 */
public final class Plans {

    /** The first calls fill the caches, the server's and the driver's. */
    private static final int WARM_UP = 10;

    private static final int CALLS = 25;

    private final Site site;
    private final PrintStream out;

    private Plans(Site site, PrintStream out) {
        this.site = site;
        this.out = out;
    }

    /** Prints Markdown. */
    public static void measure(Sizes sizes, PrintStream out) throws Exception {
        try (Servers servers = Servers.start()) {
            Site site = servers.site();
            out.printf("%s, PostgreSQL %s%n", Machine.described(), site.serverVersion());
            new Plans(site, out).compare(Archive.fill(site, sizes.history(), sizes.crowd()));
        }
    }

    /**
     * A call of ours.
     *
     * @param statement the name of the one that is meant
     * @param index its own
     */
    record Call(String what, String statement, String index, Overheard heard, Runnable made) {}

    private void compare(List<Call> calls) {
        Map<Call, Long> with = new LinkedHashMap<>();
        calls.forEach(call -> with.put(call, micros(call)));
        List<String> plans = new ArrayList<>();
        calls.forEach(call -> plans.add(plan(call, "with all indexes")));
        Table table = new Table("index", "with, us", "without, us", "without : with");
        for (Call call : calls) {
            String definition = site.text("select pg_get_indexdef('productsnap." + call.index() + "'::regclass)");
            site.run("drop index productsnap." + call.index());
            long without = micros(call);
            plans.add(plan(call, "without " + call.index()));
            site.run(definition);
            site.run("vacuum analyze");
            table.row(
                    call.what() + " (`" + call.statement() + "`)",
                    "`" + call.index() + "`",
                    "%,d".formatted(with.getOrDefault(call, 0L)),
                    "%,d".formatted(without),
                    "%.1f".formatted((double) without / with.getOrDefault(call, 1L)));
        }
        table.print(out);
        plans.forEach(out::println);
    }

    /** The median, over the wire and back. */
    private static long micros(Call call) {
        for (int i = 0; i < WARM_UP; i++) {
            call.made().run();
        }
        long[] micros = new long[CALLS];
        for (int i = 0; i < CALLS; i++) {
            long begin = System.nanoTime();
            call.made().run();
            micros[i] = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begin);
        }
        return Machine.median(micros);
    }

    /** For whatever parameters, as prepared statements are planned after a while. */
    private String plan(Call call, String how) {
        String text = typed(call.heard().text(call.statement()));
        String plan = String.join("\n", site.lines("explain (generic_plan) " + text));
        return "%n### `%s`, %s%n%n```%n%s%n```".formatted(call.statement(), how, plan);
    }

    /** The driver tells the server of which types parameters are; here it would not find that out by itself. */
    private static String typed(String text) {
        return text.replaceAll("unnest\\((\\$\\d+)\\)", "unnest($1::text[])")
                .replaceAll("unnest\\((\\$\\d+), (\\$\\d+)\\)", "unnest($1::text[], $2::timestamptz[])")
                .replaceAll("(\\$\\d+) \\+ ", "$1::bigint + ");
    }
}
