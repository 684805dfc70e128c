package io.productsnap.imaging.score;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The cut-out does not get worse: the limits lie a little under what was reached, samples/score.md tells what that was. */
final class ScoreTest {
    /** Below this overlap nobody would call it the product. */
    private static final double RUBBISH = 0.6;

    private static List<Result> results = List.of();

    @BeforeAll
    static void cutOutAll() throws IOException {
        results = Sample.all(Path.of("..", "samples")).stream().map(Result::of).toList();
    }

    @Test
    void plainBackgroundsKeepTheirMedian() {
        assertTrue(
                summary("plain", "tune").median() > 0.96,
                () -> summary("plain", "tune").toString());
        assertTrue(
                summary("plain", "check").median() > 0.96,
                () -> summary("plain", "check").toString());
    }

    @Test
    void noPlainBackgroundIsRefused() {
        assertTrue(
                summary("plain", "tune").refused() + summary("plain", "check").refused() == 0);
    }

    @Test
    void noRubbishIsShown() {
        List<String> rubbish = results.stream()
                .filter(r -> !r.refused() && r.overlap() < RUBBISH)
                .map(r -> r.sample().name())
                .toList();
        assertTrue(rubbish.isEmpty(), rubbish::toString);
    }

    private static Summary summary(String group, String half) {
        return Summary.of(results, group, half).orElseThrow();
    }
}
