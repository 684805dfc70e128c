package io.productsnap.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the server does when nothing is asked of it but the least: pgbench, which is C, tells. */
final class Floor {

    private static final String SECONDS = "5";

    private static final String INSERT = """
            \\set owner random(1, 1000)
            insert into floor.job (owner, payload) values (:owner, '');
            """;

    private static final Pattern RATE = Pattern.compile("tps = ([0-9]+)");

    private Floor() {}

    /** Single inserts, each committed, a second; empty where there is no pgbench. */
    static OptionalLong inserts(Site site, int clients) throws IOException, InterruptedException {
        site.pool(
                        "floor",
                        "create table job (id bigint generated always as identity primary key, owner int, payload text)")
                .close();
        Path script = Files.createTempFile("insert", ".sql");
        Files.writeString(script, INSERT);
        ProcessBuilder pgbench = new ProcessBuilder(
                "pgbench",
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + clients,
                "--jobs=2",
                "--time=" + SECONDS,
                "--file=" + script,
                site.postgresUrl());
        pgbench.redirectErrorStream(true);
        try {
            return rate(pgbench.start());
        } catch (IOException missing) {
            System.err.println("no floor: " + missing.getMessage());
            return OptionalLong.empty();
        } finally {
            Files.delete(script);
        }
    }

    private static OptionalLong rate(Process pgbench) throws IOException, InterruptedException {
        String told = new String(pgbench.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (pgbench.waitFor() != 0) {
            throw new IOException("pgbench failed: " + told);
        }
        Matcher rate = RATE.matcher(told);
        return rate.find() ? OptionalLong.of(Long.parseLong(rate.group(1))) : OptionalLong.empty();
    }
}
