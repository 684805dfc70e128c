package io.productsnap.imaging.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cut-out does not get worse: the limits lie a little under what was reached, samples/score.md tells what that was. */
final class ScoreTest {
    /** Below this overlap a seller would notice. */
    private static final double LEAST = 0.9;

    private static List<Result> results = List.of();

    @BeforeAll
    static void cutOutAll() throws IOException {
        results = Sample.all(Path.of("..", "samples")).stream().map(Result::of).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tune", "check"})
    void plainBackgroundsKeepTheirMedian(String half) {
        double median = Summary.of(results, "plain", half).orElseThrow().median();
        assertTrue(median > 0.975, half + " " + median);
    }

    @Test
    void noPhotoFallsShort() {
        List<String> poor = results.stream()
                .filter(r -> r.refused() || r.overlap() < LEAST)
                .map(r -> r.sample().name() + " " + r.overlap())
                .toList();
        assertEquals(List.of(), poor);
    }
}
