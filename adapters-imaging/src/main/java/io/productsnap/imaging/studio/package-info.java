/** The built-in studio: the product on pure white, centred, with a shadow and a watermark where wanted. */
package io.productsnap.imaging.studio;
