package io.productsnap.bootstrap;

/** The program cannot go on, for a reason that a person can do something about. Its message is a sentence for them. */
public class CannotRun extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotRun(String message) {
        super(message);
    }

    public CannotRun(String message, Throwable cause) {
        super(message, cause);
    }
}
