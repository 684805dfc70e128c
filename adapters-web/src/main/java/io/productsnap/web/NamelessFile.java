package io.productsnap.web;

import io.productsnap.core.photo.PhotoStore.Unavailable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Where what comes in slowly waits, so that it waits in no memory. The file has lost its name before anything is in it: nothing
 * is left behind, whatever happens to the process.
 */
final class NamelessFile implements AutoCloseable {

    static final String PREFIX = "productsnap-upload-";
    private static final int CHUNK = 64 * 1024;

    private final FileChannel channel;

    private NamelessFile(FileChannel channel) {
        this.channel = channel;
    }

    static NamelessFile create() {
        try {
            Path path = Files.createTempFile(PREFIX, "");
            FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
            Files.delete(path);
            return new NamelessFile(channel);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /**
     * @return whether that was all; else there is more than {@code most}
     * @throws ClientGone when it broke off
     */
    boolean fill(InputStream in, long most) {
        byte[] buffer = new byte[CHUNK];
        long received = 0;
        while (received <= most) {
            int read = readSome(in, buffer);
            if (read < 0) {
                return true;
            }
            received += read;
            write(ByteBuffer.wrap(buffer, 0, read));
        }
        return false;
    }

    private static int readSome(InputStream in, byte[] buffer) {
        try {
            return in.read(buffer);
        } catch (IOException brokenOff) {
            throw new ClientGone(brokenOff);
        }
    }

    private void write(ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** What is in it, from its beginning. */
    InputStream content() {
        try {
            return Channels.newInputStream(channel.position(0));
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** To whoever sends a photo it is all one whether this or the store behind it has no room. */
    private static Unavailable unusable(IOException e) {
        return new Unavailable("an upload could not be kept", e);
    }
}
