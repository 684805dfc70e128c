package io.productsnap.embedded;

/**
 * A server cannot run here, and a person has to do something about it.
 *
 * <p>The message is one sentence that says what stands in the way and how to go on; programs print it as it is, without a
 * stack trace.
 */
public final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    public CannotStart(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    public CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    /** The message, for a person. */
    public String sentence() {
        return sentence;
    }
}
