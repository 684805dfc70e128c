package io.productsnap.web;

import io.javalin.http.Context;

/** A JPEG; not copied, since nobody keeps it. */
@SuppressWarnings("ArrayRecordComponent")
record Picture(byte[] jpeg) implements Reply {

    @Override
    public void to(Context ctx) {
        ctx.contentType("image/jpeg").result(jpeg);
    }
}
