/** Files on a disk behind the photo store's port. */
package io.productsnap.persistence.disk;
