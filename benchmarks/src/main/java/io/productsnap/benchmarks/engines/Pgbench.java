package io.productsnap.benchmarks.engines;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own, which is C: it costs the processors least. */
record Pgbench(Path program) implements Floor.Means {

    /** Where Debian puts those that are not for everybody's PATH. */
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    private static final String SCRIPT = """
            \\set count :count + 1
            \\set first 1 + (:client_id * %1$d + :count) * %2$d
            \\set last :first + %2$d - 1
            \\set before :first - %2$d
            \\set until :first - 1
            """;

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    static Optional<Path> find() throws IOException {
        Stream<Path> onPath = Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(Path::of);
        return Stream.concat(onPath, versions().stream())
                .map(folder -> folder.resolve("pgbench"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static List<Path> versions() throws IOException {
        if (!Files.isDirectory(DEBIAN)) {
            return List.of();
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.map(version -> version.resolve("bin")).toList();
        }
    }

    @Override
    public String name() {
        return "pgbench";
    }

    @Override
    public double rate(Site site, FloorStatement statement, int clients, int transactions)
            throws IOException, InterruptedException {
        int each = transactions / clients;
        Path script = Files.createTempFile("floor", ".sql");
        Files.writeString(
                script,
                SCRIPT.formatted(each, statement.batch()) + statement.sql().strip() + ";\n");
        try {
            return rate(new ProcessBuilder(
                            program.toString(),
                            "--no-vacuum",
                            "--protocol=prepared",
                            "--define=count=-1",
                            "--client=" + clients,
                            "--jobs=2",
                            "--transactions=" + each,
                            "--file=" + script,
                            site.postgresUrl())
                    .redirectErrorStream(true)
                    .start());
        } finally {
            Files.delete(script);
        }
    }

    private static double rate(Process pgbench) throws IOException, InterruptedException {
        String told = new String(pgbench.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher rate = RATE.matcher(told);
        if (pgbench.waitFor() != 0 || !rate.find()) {
            throw new IOException("pgbench failed: " + told);
        }
        return Double.parseDouble(rate.group(1));
    }
}
