package org.progressledger.problems.load;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.progressledger.problems.Problems;
import org.progressledger.problems.TroublePage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Works on a bounded number of requests and refuses what does not come to its turn in time ("load shedding", B. Beyer and
 * others, Site Reliability Engineering, chapter 21). It stands before sign-in, which is half of what a small answer costs.
 *
 * <p>A request that goes on later, such as a stream of news, gives its turn back when its thread is free.
 */
public final class LoadShedding extends OncePerRequestFilter {

    /** Who watches must hear just then, files of pages cost nothing, and batches from other services are bounded there. */
    private static final List<String> ALWAYS = List.of("/actuator/", "/static/", "/internal/");

    private static final Set<String> READING = Set.of("GET", "HEAD");
    /** HTML Living Standard, 9.2.6: come back in so many milliseconds. */
    private static final byte[] EVENTS_LATER = "retry: 5000\n\n".getBytes(StandardCharsets.US_ASCII);

    private static final Duration TOLD_EVERY = Duration.ofMinutes(1);
    private static final Logger log = LoggerFactory.getLogger(LoadShedding.class);

    private final Turns turns;
    private final Duration comeBackAfter;
    private final Problems problems;
    private final ObjectProvider<TroublePage> pages;
    private final AtomicLong toldAt = new AtomicLong(System.nanoTime() - TOLD_EVERY.toNanos());

    LoadShedding(Turns turns, LoadSettings settings, Problems problems, ObjectProvider<TroublePage> pages) {
        this.turns = turns;
        this.comeBackAfter = settings.longestWait();
        this.problems = problems;
        this.pages = pages;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return ALWAYS.stream().anyMatch(path::startsWith);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!turns.take()) {
            refuse(request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            turns.done();
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        tell();
        ProblemException busy = new ProblemException(CommonReason.OVERLOADED).withRetryAfter(comeBackAfter);
        TroublePage page = pages.getIfAvailable();
        if (isForEvents(request)) {
            // any other answer would let a browser give up the stream for good
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.getOutputStream().write(EVENTS_LATER);
        } else if (page == null || !page.isFor(request)) {
            problems.write(busy, request, response);
        } else if (READING.contains(request.getMethod())) {
            Problems.show(busy, request, response);
        } else {
            // a page with all its frame would read the form that was sent, at its sender's pace
            problems.writeInHtml(busy, request, response);
        }
    }

    private static boolean isForEvents(HttpServletRequest request) {
        return MediaType.TEXT_EVENT_STREAM_VALUE.equals(request.getHeader(HttpHeaders.ACCEPT));
    }

    private void tell() {
        long told = toldAt.get();
        long now = System.nanoTime();
        if (now - told >= TOLD_EVERY.toNanos() && toldAt.compareAndSet(told, now)) {
            log.warn(
                    "More is asked than can be worked on: {} requests in work, {} wait, {} refused since the start",
                    turns.inWork(),
                    turns.waiting(),
                    turns.refused());
        }
    }
}
