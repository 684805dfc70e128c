/**
 * The HTTP edge: routes, problems, event streams, cookies, the pages. {@link io.productsnap.web.WebServer} is the way in.
 */
package io.productsnap.web;
