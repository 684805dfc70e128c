package io.productsnap.core.policy;

/**
 * Why a run ended without a result.
 *
 * @param cause what kind of failure it was; it decides whether trying again can help
 * @param message a sentence its owner can read; never a stack trace, at most 500 characters
 */
public record Failure(Cause cause, String message) {

    /** The longest message that is kept. */
    public static final int MAX_MESSAGE = 500;

    /** The kinds of failure. */
    public enum Cause {
        /** The work itself is at fault (a broken image, a refused prompt): trying again changes nothing. */
        WORK,
        /** Something of ours or a third party's failed, and may be well again later. */
        ERROR,
        /** The worker vanished: killed, stopped, cut off. */
        CRASH
    }

    public Failure {
        String line = OneLine.of(message, MAX_MESSAGE);
        message = line.length() < message.strip().length() && line.length() >= MAX_MESSAGE - 1
                ? OneLine.of(message, MAX_MESSAGE - 1) + "…"
                : line;
        Require.text(message, MAX_MESSAGE, "message");
    }

    /** A failure of the work itself: final at once, and its owner's quota stays spent. */
    public static Failure ofWork(String message) {
        return new Failure(Cause.WORK, message);
    }

    /** A failure that may pass. */
    public static Failure passing(String message) {
        return new Failure(Cause.ERROR, message);
    }

    /** A run whose worker vanished. */
    public static Failure crash(String message) {
        return new Failure(Cause.CRASH, message);
    }

    /** Whether the fault is on our side: then the quota is given back when the job fails for good. */
    public boolean isOurs() {
        return cause != Cause.WORK;
    }
}
