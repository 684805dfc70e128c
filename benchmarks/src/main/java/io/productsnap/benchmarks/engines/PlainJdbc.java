package io.productsnap.benchmarks.engines;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Where there is no pgbench: the same statements by the driver, a thread a client, which costs the processors more. */
record PlainJdbc() implements Floor.Means {

    private static final Pattern PARAMETER = Pattern.compile(":(first|last|before|until)");

    @Override
    public String name() {
        return "JDBC, as there is no pgbench";
    }

    @Override
    public double rate(Site site, FloorStatement statement, int clients, int transactions) throws InterruptedException {
        int each = transactions / clients;
        List<Thread> threads = new ArrayList<>();
        long begin = System.nanoTime();
        for (int i = 0; i < clients; i++) {
            int client = i;
            Thread thread = new Thread(() -> run(site, statement, client, each));
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return (double) TimeUnit.SECONDS.toNanos(1) * each * clients / (System.nanoTime() - begin);
    }

    private static void run(Site site, FloorStatement statement, int client, int each) {
        List<String> names = PARAMETER
                .matcher(statement.sql())
                .results()
                .map(MatchResult::group)
                .toList();
        String sql = PARAMETER.matcher(statement.sql()).replaceAll("?");
        try (Connection connection = site.connect();
                PreparedStatement prepared = connection.prepareStatement(sql)) {
            for (int count = 0; count < each; count++) {
                long first = statement.first(client, count, each);
                for (int i = 0; i < names.size(); i++) {
                    prepared.setLong(i + 1, value(names.get(i), first, statement.batch()));
                }
                prepared.executeUpdate();
            }
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private static long value(String name, long first, int batch) {
        return switch (name) {
            case ":first" -> first;
            case ":last" -> first + batch - 1;
            case ":before" -> first - batch;
            default -> first - 1;
        };
    }
}
