/** Parts a product from a plain background: a photo in, the product's own colours and its coverage out. */
package io.productsnap.imaging.cutout;
