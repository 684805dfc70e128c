package io.productsnap.imaging.cutout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.productsnap.imaging.Scene;
import io.productsnap.imaging.decode.Photo;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CutOutTest {
    private static final Color RED = new Color(180, 40, 40);
    private static final Color BLUE = new Color(40, 60, 150);
    private static final Color SAND = new Color(215, 190, 140);
    private final CutOut cutOut = new CutOut(1000);

    @Test
    void aMugIsFoundAndTheHoleInItsHandleIsNot() {
        Scene scene = Scene.mug(1200, 900, RED, SAND);
        Product product = found(scene);
        assertTrue(overlap(scene, product) > 0.98, "overlap " + overlap(scene, product));
        assertEquals(0, product.coverage((int) (.635 * 1200), (int) (.5 * 900)));
    }

    @ParameterizedTest
    @ValueSource(ints = {22, 45, 70})
    void aDarkProductIsNoShadow(int grey) {
        Scene scene = Scene.mug(1200, 900, new Color(grey, grey, grey), SAND);
        double overlap = overlap(scene, found(scene));
        assertTrue(overlap > 0.98, "overlap " + overlap);
    }

    @Test
    void thinWiresAreKeptAndTheAirBetweenThemIsNot() {
        Scene scene = Scene.of(1600, 1200, Scene.wires(), new Color(60, 60, 70), SAND, 2);
        double overlap = overlap(scene, found(scene));
        assertTrue(overlap > 0.8, "overlap " + overlap);
    }

    @Test
    void noTintOfTheBackgroundIsLeftAtTheEdge() {
        Product product = found(Scene.mug(1200, 900, BLUE, new Color(240, 200, 60)));
        int tinted = 0;
        int edge = 0;
        for (int i = 0; i < product.alpha().v().length; i++) {
            float alpha = product.alpha().v()[i];
            if (alpha > 0.15f && alpha < 0.95f) {
                edge++;
                tinted += product.rgb().first().v()[i] > product.rgb().third().v()[i] ? 1 : 0;
            }
        }
        assertTrue(edge > 500, "edge pixels " + edge);
        assertTrue(tinted < 0.01 * edge, tinted + " of " + edge + " are tinted");
    }

    @Test
    void edgesAreSoft() {
        Product product = found(Scene.mug(1200, 900, RED, SAND));
        long mixed = 0;
        for (float alpha : product.alpha().v()) {
            mixed += alpha > 0.1f && alpha < 0.9f ? 1 : 0;
        }
        assertTrue(mixed > 500, "mixed pixels " + mixed);
    }

    @Test
    void anUploadThatWasCutOutBeforeKeepsItsOutline() {
        Photo star = transparentStar();
        Product product = cutOut.of(star).fold(found -> found, CutOutTest::refused);
        assertEquals(1, product.coverage(350, 350));
        assertEquals(0, product.coverage(60, 350));
    }

    @Test
    void anEmptyTableIsNoProduct() {
        assertRefused(photo(Scene.of(800, 600, new Rectangle2D.Double(), RED, SAND, 3)), "could not find");
    }

    @Test
    void aProductThatReachesAllBordersIsRefused() {
        Rectangle2D all = new Rectangle2D.Double(.004, .004, .99, .99);
        String why = why(photo(Scene.of(800, 600, all, RED, SAND, 3)));
        assertTrue(why.endsWith("on a plain background."), why);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 12})
    void aProductThatIsHardlyToldFromTheTableIsRefused(int lighter) {
        String why = why(photo(Scene.mug(1200, 900, sand(lighter), SAND)));
        assertTrue(why.startsWith("We could not"), why);
        assertTrue(why.contains("plain background"), why);
    }

    @Test
    void aProductOfTheTablesOwnHueIsFoundByWhatStandsOut() {
        Scene scene = Scene.mug(1200, 900, sand(-30), SAND);
        double overlap = overlap(scene, found(scene));
        assertTrue(overlap > 0.9, "overlap " + overlap);
    }

    @Test
    void whiteOnWhiteThatNobodyCanTellIsRefusedWithAdvice() {
        String why = why(photo(Scene.mug(1200, 900, new Color(237, 237, 237), new Color(225, 225, 225))));
        assertTrue(why.contains("could not tell the product from the background"), why);
        assertTrue(why.contains("a clearly different colour"), why);
    }

    @Test
    void aPlainContrastIsNotRefused() {
        assertEquals("found", why(photo(Scene.mug(1200, 900, BLUE, new Color(225, 225, 225)))));
    }

    @Test
    void aBusyBackgroundIsRefused() {
        int[] pixels = new int[800 * 600];
        Random random = new Random(3);
        int[] patch = random.ints(20 * 15, 0xFF000000, -1).toArray();
        Arrays.setAll(pixels, i -> 0xFF000000 | patch[i / 800 / 40 * 20 + i % 800 / 40]);
        assertRefused(new Photo(800, 600, pixels), "too busy");
    }

    private static Color sand(int lighter) {
        return new Color(215 + lighter, 190 + lighter, 140 + lighter);
    }

    private Product found(Scene scene) {
        return cutOut.of(photo(scene)).fold(product -> product, CutOutTest::refused);
    }

    private static Product refused(String why) {
        throw new AssertionError(why);
    }

    private void assertRefused(Photo photo, String part) {
        String why = why(photo);
        assertTrue(why.contains(part), why);
    }

    private String why(Photo photo) {
        return cutOut.of(photo).fold(product -> "found", why -> why);
    }

    private static Photo photo(Scene scene) {
        int w = scene.photo.getWidth();
        int h = scene.photo.getHeight();
        return new Photo(w, h, scene.photo.getRGB(0, 0, w, h, new int[w * h], 0, w));
    }

    private static double overlap(Scene scene, Product product) {
        int w = scene.photo.getWidth();
        int both = 0;
        int either = 0;
        for (int i = 0; i < scene.product.length; i++) {
            boolean in = product.coverage(i % w, i / w) > 0.5f;
            both += in && scene.product[i] ? 1 : 0;
            either += in || scene.product[i] ? 1 : 0;
        }
        return (double) both / either;
    }

    private static Photo transparentStar() {
        int side = 700;
        int[] pixels = new int[side * side];
        Arrays.setAll(
                pixels,
                i -> Scene.star().contains(i % side / 700.0, Math.floorDiv(i, side) / 700.0) ? 0xFF3060A0 : 0x00FFFFFF);
        return new Photo(side, side, pixels);
    }
}
