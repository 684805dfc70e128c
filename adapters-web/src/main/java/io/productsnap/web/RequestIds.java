package io.productsnap.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.MDC;

/**
 * Gives each request a name that its answer, its log lines and its problem carry. A servlet filter, since it alone is sure
 * to come back on the thread that it left: the name of one request never stays on a thread that serves another.
 */
final class RequestIds implements Filter {

    static final String HEADER = "X-Request-ID";
    static final String MDC_KEY = "request_id";
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String id = nameFor(Optional.ofNullable(((HttpServletRequest) request).getHeader(HEADER)));
        request.setAttribute(MDC_KEY, id);
        ((HttpServletResponse) response).setHeader(HEADER, id);
        MDC.put(MDC_KEY, id);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(MDC_KEY);
        }
    }

    /** The caller's own name if it is a sane one, else a new one. */
    static String nameFor(Optional<String> given) {
        return given.filter(text -> SANE.matcher(text).matches())
                .orElseGet(() -> UUID.randomUUID().toString());
    }

    static String of(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(MDC_KEY));
    }
}
