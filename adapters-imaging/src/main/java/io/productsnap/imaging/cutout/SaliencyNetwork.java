package io.productsnap.imaging.cutout;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Set;

/**
 * The small U²-Net, which learned from photos what people point at (Qin et al., "U²-Net: Going deeper with nested U-structure for salient
 * object detection", Pattern Recognition 106, 2020). Its weights come with this module; nothing is fetched. One for the whole JVM, safe for
 * threads, and each call works on the caller's thread alone: how many photos are worked on at once is others' business.
 */
final class SaliencyNetwork {
    /** Pixels, wide and high: the shape it was trained for, whatever the photo's. */
    static final int SIDE = 320;

    private static final String WEIGHTS = "u2netp.onnx";
    private static final String INPUT = "input.1";
    /** Of the photos that it was trained on: red, green, blue in 0..1. */
    private static final float[] MEAN = {0.485f, 0.456f, 0.406f};

    private static final float[] DEVIATION = {0.229f, 0.224f, 0.225f};

    private static final class Shared {
        static final SaliencyNetwork NETWORK = new SaliencyNetwork();
    }

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final String output;

    private SaliencyNetwork() {
        // Before anything else of it is touched: whatever is loads the libraries.
        environment = OnnxRuntime.environment();
        try (SessionOptions options = new SessionOptions()) {
            options.setIntraOpNumThreads(1);
            // Its pools keep some 300 MB for each photo that is worked on at a time; without them a look takes a fifth
            // longer. What it can do without is memory of how much it will need.
            options.setMemoryPatternOptimization(false);
            session = environment.createSession(weights(), options);
            // The first is the one that joins all the others, which were there for training.
            output = session.getOutputInfo().keySet().iterator().next();
        } catch (OrtException broken) {
            throw new IllegalStateException("the studio's network cannot be loaded", broken);
        }
    }

    /** @throws IllegalStateException when this machine cannot run it */
    static SaliencyNetwork shared() {
        try {
            return Shared.NETWORK;
        } catch (LinkageError unable) {
            throw new IllegalStateException(
                    "the studio's network cannot run here: ONNX Runtime has binaries for Linux (glibc) and macOS, x64 and arm64,"
                            + " and unpacks them into java.io.tmpdir, which must allow that",
                    unable);
        }
    }

    /** 0..1 for each pixel of a square to which the photo is squeezed: how sure it is that this is what the photo shows. */
    Plane look(Colours rgb) {
        long[] shape = {1, 3, SIDE, SIDE};
        try (OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(input(rgb)), shape);
                OrtSession.Result result = session.run(Map.of(INPUT, input), Set.of(output))) {
            Plane seen = Plane.of(SIDE, SIDE);
            ((OnnxTensor) result.get(0)).getFloatBuffer().get(seen.v());
            return seen;
        } catch (OrtException broken) {
            throw new IllegalStateException("the studio's network failed", broken);
        }
    }

    private static float[] input(Colours rgb) {
        Plane[] planes = {
            rgb.first().shrunk(SIDE, SIDE),
            rgb.second().shrunk(SIDE, SIDE),
            rgb.third().shrunk(SIDE, SIDE)
        };
        // The brightest spot counts as white, as it did in training.
        float white = 1e-6f;
        for (Plane plane : planes) {
            for (float value : plane.v()) {
                white = Math.max(white, value);
            }
        }
        float[] input = new float[3 * SIDE * SIDE];
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < SIDE * SIDE; i++) {
                input[c * SIDE * SIDE + i] = (planes[c].v()[i] / white - MEAN[c]) / DEVIATION[c];
            }
        }
        return input;
    }

    private static byte[] weights() {
        try (InputStream in = SaliencyNetwork.class.getResourceAsStream(WEIGHTS)) {
            if (in == null) {
                throw new IllegalStateException("the studio's network is missing from the class path: " + WEIGHTS);
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
