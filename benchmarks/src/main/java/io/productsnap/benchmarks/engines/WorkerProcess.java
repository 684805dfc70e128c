package io.productsnap.benchmarks.engines;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A process that runs a contender's jobs and tells when each began; see {@link WorkerProgram}. */
final class WorkerProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader told;
    private final Starts starts;

    private WorkerProcess(Process process, Starts starts) {
        this.process = process;
        this.told = process.inputReader(StandardCharsets.US_ASCII);
        this.starts = starts;
    }

    /** Returns when it has started to look for jobs. */
    static WorkerProcess start(Site site, Contender contender, Load load, int first, int end) throws IOException {
        ProcessBuilder program = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dlogback.configurationFile=" + System.getProperty("logback.configurationFile", ""),
                "-cp",
                System.getProperty("java.class.path"),
                WorkerProgram.class.getName(),
                site.postgresUrl(),
                site.jdbcUrl(),
                site.redisUrl(),
                contender.name(),
                load.written(),
                Integer.toString(first),
                Integer.toString(end)));
        program.redirectError(ProcessBuilder.Redirect.INHERIT);
        WorkerProcess worker = new WorkerProcess(program.start(), new Starts(first, end));
        worker.next();
        return worker;
    }

    /** Waits until all have begun. */
    Starts starts() throws IOException {
        for (String line = next(); !line.equals(WorkerProgram.ALL); line = next()) {
            String[] start = line.split(" ", 2);
            starts.write(Integer.parseInt(start[0]), Long.parseLong(start[1]));
        }
        return starts;
    }

    private String next() throws IOException {
        String line = told.readLine();
        if (line == null) {
            throw new IOException("the worker ended too soon");
        }
        return line;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
