/** Small pictures of uploads, for the page to show before a job is paid for. */
package io.productsnap.imaging.preview;
