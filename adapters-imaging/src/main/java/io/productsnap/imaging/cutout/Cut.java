package io.productsnap.imaging.cutout;

import java.util.function.Function;

/** What came of looking for a product. */
public sealed interface Cut {
    <T> T fold(Function<Product, T> found, Function<String, T> none);

    record Found(Product product) implements Cut {
        @Override
        public <T> T fold(Function<Product, T> found, Function<String, T> none) {
            return found.apply(product);
        }
    }

    /** @param why a sentence that tells the seller what to do better */
    record None(String why) implements Cut {
        @Override
        public <T> T fold(Function<Product, T> found, Function<String, T> none) {
            return none.apply(why);
        }
    }
}
