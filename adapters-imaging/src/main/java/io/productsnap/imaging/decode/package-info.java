/** Bytes of an upload in, upright sRGB pixels out, or a sentence why not; hostile files cost little. */
package io.productsnap.imaging.decode;
