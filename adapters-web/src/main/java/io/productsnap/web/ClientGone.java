package io.productsnap.web;

import java.io.IOException;

/** The client broke off while it was sending. */
final class ClientGone extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ClientGone(IOException cause) {
        super("the client broke off", cause);
    }
}
