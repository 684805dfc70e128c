package io.productsnap.core.session;

import java.util.function.Function;

/** What became of a refresh token that was presented. */
public sealed interface Rotation {

    <T> T fold(Function<Renewed, T> renewed, Function<Stolen, T> stolen, Function<Gone, T> gone);

    /** The session goes on; the token of its present generation is the good one now. */
    record Renewed(Session session) implements Rotation {
        @Override
        public <T> T fold(Function<Renewed, T> renewed, Function<Stolen, T> stolen, Function<Gone, T> gone) {
            return renewed.apply(this);
        }
    }

    /** A token that had been replaced long ago: two parties have it. The session was ended. */
    record Stolen() implements Rotation {
        @Override
        public <T> T fold(Function<Renewed, T> renewed, Function<Stolen, T> stolen, Function<Gone, T> gone) {
            return stolen.apply(this);
        }
    }

    /** The session has ended, or never was. */
    record Gone() implements Rotation {
        @Override
        public <T> T fold(Function<Renewed, T> renewed, Function<Stolen, T> stolen, Function<Gone, T> gone) {
            return gone.apply(this);
        }
    }
}
