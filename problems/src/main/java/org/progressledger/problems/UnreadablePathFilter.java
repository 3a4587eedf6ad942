package org.progressledger.problems;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.server.PathContainer;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a path that cannot be decoded, such as {@code /x;a=%zz}: the container lets it pass, for it does not read what stands
 * behind a semicolon, and whoever reads it later takes it for a fault of ours.
 */
final class UnreadablePathFilter extends OncePerRequestFilter {
    private final Problems problems;

    UnreadablePathFilter(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isReadable(request.getRequestURI())) {
            chain.doFilter(request, response);
        } else {
            problems.write(new ProblemException(CommonReason.BAD_REQUEST), request, response);
        }
    }

    private static boolean isReadable(String path) {
        if (path.indexOf(';') < 0) {
            return true;
        }
        try {
            PathContainer.parsePath(path);
            return true;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
