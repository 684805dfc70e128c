package io.productsnap.bootstrap;

import java.util.concurrent.Callable;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The command line of the program. What a command is started in is asked for once the command is known: help needs no
 * servers.
 */
@Command(
        name = "productsnap",
        description = "Turns phone photos into finished product shots. Without a command it serves.",
        mixinStandardHelpOptions = true,
        versionProvider = Launcher.Version.class,
        footer = {
            "",
            "Settings come from the environment; docs/configuration.md lists them.",
            "Each can be given as NAME_FILE, the name of a file that holds the value."
        })
public final class Launcher implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(Launcher.class);

    private final Function<Role, Surroundings> surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls anything
    private CommandSpec spec;

    private Launcher(Function<Role, Surroundings> surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * Runs the command that the words name, until it is done or the process is asked to end.
     *
     * @param surroundings called once, when the command is known; what it throws as {@link CannotRun} or
     *     {@link SettingsInvalid} is told in a sentence
     * @return the exit code
     */
    public static int run(String[] words, Function<Role, Surroundings> surroundings) {
        CommandLine line = new CommandLine(new Launcher(surroundings));
        line.setExecutionExceptionHandler((failure, command, parsed) -> explained(failure, command));
        return line.execute(words);
    }

    private static int explained(Exception failure, CommandLine command) {
        if (failure instanceof SettingsInvalid || failure instanceof CannotRun) {
            command.getErr().println(failure.getMessage());
            LOG.debug("the whole of it", failure);
        } else {
            LOG.error("ProductSnap stops", failure);
        }
        return ExitCode.SOFTWARE;
    }

    @Override
    public Integer call() {
        return serve();
    }

    @Command(description = "Answers HTTP and runs jobs, in one process. The default.", mixinStandardHelpOptions = true)
    int serve() {
        return stay(Role.SERVE);
    }

    @Command(description = "Answers HTTP; the jobs are for workers to run.", mixinStandardHelpOptions = true)
    int api() {
        return stay(Role.API);
    }

    @Command(
            description = "Runs jobs and delivers mail; its HTTP answers /health* and /metrics only.",
            mixinStandardHelpOptions = true)
    int worker() {
        return stay(Role.WORKER);
    }

    private int stay(Role role) {
        return new Stay(role, surroundings).untilAsked();
    }

    @Command(
            description = "Brings the database to what this version expects, and ends.",
            mixinStandardHelpOptions = true)
    int migrate() {
        try (Surroundings here = surroundings.apply(Role.MIGRATE)) {
            Administration.migrate(here.settings());
            return ExitCode.OK;
        }
    }

    @Command(
            description = "Acts on a user, and ends.",
            mixinStandardHelpOptions = true,
            subcommands = {})
    int user(
            @Parameters(paramLabel = "ACT", description = "make-admin, disable or enable.") String act,
            @Parameters(paramLabel = "EMAIL", description = "The user's mail address.") String email) {
        Administration.Act known = Administration.Act.of(act)
                .orElseThrow(() -> new CommandLine.ParameterException(
                        spec.commandLine(), "There is no act \"" + act + "\": make-admin, disable or enable."));
        try (Surroundings here = surroundings.apply(Role.ADMINISTER)) {
            spec.commandLine().getOut().println(Administration.act(here.settings(), known, email));
            return ExitCode.OK;
        }
    }

    @Command(
            description = "Shows what waits for longest, what runs and what failed, and ends.",
            mixinStandardHelpOptions = true)
    int jobs(
            @Option(names = "--most", description = "How many of each are listed; 10.", defaultValue = "10") int most) {
        if (most < 1) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--most must be at least 1.");
        }
        try (Surroundings here = surroundings.apply(Role.ADMINISTER)) {
            JobsReport.show(here.settings(), most, spec.commandLine().getOut());
            return ExitCode.OK;
        }
    }

    @Command(
            description = "Shows how many jobs of each user run, as the live view has it and as it is, and ends.",
            mixinStandardHelpOptions = true)
    int counters(@Option(names = "--mend", description = "Mends what is wrong.") boolean mend) {
        try (Surroundings here = surroundings.apply(Role.ADMINISTER)) {
            Counters.show(here.settings(), mend, spec.commandLine().getOut());
            return ExitCode.OK;
        }
    }

    @Command(description = "Shows which stored files belong to no job, and ends.", mixinStandardHelpOptions = true)
    int orphans(@Option(names = "--collect", description = "Removes them.") boolean collect) {
        try (Surroundings here = surroundings.apply(Role.ADMINISTER)) {
            Orphans.show(here.settings(), collect, spec.commandLine().getOut());
            return ExitCode.OK;
        }
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            BuildInfo build = BuildInfo.read();
            return new String[] {"ProductSnap " + build.version() + " (" + build.commit() + ")"};
        }
    }
}
