/** An object store that speaks Amazon's S3 behind the photo store's ports. */
package io.productsnap.persistence.s3;
