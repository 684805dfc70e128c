package io.productsnap.core.policy;

/**
 * A server that a port stands for cannot be used now; later it may. Whether what was asked of it has taken effect, nobody
 * can know. A port whose callers are to tell it apart has one of its own.
 */
public class Unavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message for operators, without secrets */
    public Unavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
