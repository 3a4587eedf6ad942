package org.progressledger.problems.trace;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets the thread of a request know its {@link Trace}, also while an error or what comes later is answered. */
public final class TraceFilter extends OncePerRequestFilter {
    private static final String KNOWN = TraceFilter.class.getName() + ".trace";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Trace trace = request.getAttribute(KNOWN) instanceof Trace known
                ? known
                : Trace.following(request.getHeader(Trace.HEADER));
        request.setAttribute(KNOWN, trace);
        trace.enter();
        try {
            chain.doFilter(request, response);
        } finally {
            Trace.leave();
        }
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }
}
