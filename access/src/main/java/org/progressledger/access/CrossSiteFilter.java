package org.progressledger.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.progressledger.problems.ProblemException;
import org.progressledger.problems.Problems;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A browser that remembers a Basic password sends it along with whatever a foreign page makes it post. Browsers say where
 * a request comes from ({@code Sec-Fetch-Site}, W3C Fetch Metadata; {@code Origin}, RFC 6454): one that changes something
 * must come from our own pages. Programs that are no browsers send neither header and pass.
 */
final class CrossSiteFilter extends OncePerRequestFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private final Problems problems;
    private final SecurityEvents events;

    CrossSiteFilter(Problems problems, SecurityEvents events) {
        this.problems = problems;
        this.events = events;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (READING.contains(request.getMethod()) || comesFromUs(request)) {
            chain.doFilter(request, response);
        } else {
            events.refused(SecurityEvent.CROSS_SITE_REFUSED, AccessReason.CROSS_SITE_REQUEST.name(), request);
            problems.write(new ProblemException(AccessReason.CROSS_SITE_REQUEST), request, response);
        }
    }

    private static boolean comesFromUs(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return OURS.contains(site);
        }
        String origin = request.getHeader("Origin");
        return origin == null || isOurs(origin, request.getHeader("Host"));
    }

    private static boolean isOurs(String origin, @Nullable String host) {
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException notAnOrigin) {
            return false;
        }
    }
}
