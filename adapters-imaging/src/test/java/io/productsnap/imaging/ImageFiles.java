package io.productsnap.imaging;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/** Image files made in code, whole and broken. */
public final class ImageFiles {
    private ImageFiles() {}

    public static byte[] encoded(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalArgumentException("no writer for " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A small picture that is not the same from any side: red at the upper left, green at the upper right, blue below. */
    public static BufferedImage corners(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, y >= height / 2 ? 0x0000FF : x < width / 2 ? 0xFF0000 : 0x00FF00);
            }
        }
        return image;
    }

    /** A JPEG with an Exif block that holds nothing but an orientation. */
    public static byte[] turned(byte[] jpeg, int orientation) {
        byte[] tiff = tiff(orientation);
        ByteBuffer segment = ByteBuffer.allocate(10 + tiff.length);
        segment.put((byte) 0xFF).put((byte) 0xE1).putShort((short) (8 + tiff.length));
        segment.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(tiff);
        return inserted(jpeg, 2, segment.array());
    }

    public static byte[] tiff(int orientation) {
        ByteBuffer tiff = ByteBuffer.allocate(26);
        tiff.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) 1);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        return tiff.array();
    }

    /** The file with a chunk more, right after its header. */
    public static byte[] withChunk(byte[] png, String type, byte[] body) {
        return inserted(png, 33, chunk(type, body));
    }

    /** A PNG of which only the header is large. */
    public static byte[] pngThatClaims(int width, int height) {
        byte[] signature = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(signature);
        out.writeBytes(chunk("IHDR", header));
        out.writeBytes(chunk("IDAT", packed(new byte[1000])));
        out.writeBytes(chunk("IEND", new byte[0]));
        return out.toByteArray();
    }

    public static byte[] packed(byte[] body) {
        Deflater deflater = new Deflater();
        deflater.setInput(body);
        deflater.finish();
        byte[] out = new byte[body.length + 100];
        int length = deflater.deflate(out);
        deflater.end();
        return Arrays.copyOf(out, length);
    }

    public static byte[] inserted(byte[] file, int at, byte[] more) {
        byte[] out = new byte[file.length + more.length];
        System.arraycopy(file, 0, out, 0, at);
        System.arraycopy(more, 0, out, at, more.length);
        System.arraycopy(file, at, out, at + more.length, file.length - at);
        return out;
    }

    private static byte[] chunk(String type, byte[] body) {
        ByteBuffer chunk = ByteBuffer.allocate(12 + body.length);
        chunk.putInt(body.length).put(type.getBytes(StandardCharsets.US_ASCII)).put(body);
        CRC32 sum = new CRC32();
        sum.update(chunk.array(), 4, 4 + body.length);
        return chunk.putInt((int) sum.getValue()).array();
    }
}
