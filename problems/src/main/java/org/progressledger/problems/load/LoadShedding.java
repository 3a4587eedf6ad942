package org.progressledger.problems.load;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.progressledger.problems.Problems;
import org.progressledger.problems.RequestLimits;
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

    private static final List<String> FORMS =
            List.of(MediaType.APPLICATION_FORM_URLENCODED_VALUE, MediaType.MULTIPART_FORM_DATA_VALUE);
    /** HTML Living Standard, 9.2.6: come back in so many milliseconds. */
    private static final byte[] EVENTS_LATER = "retry: 5000\n\n".getBytes(StandardCharsets.US_ASCII);

    private static final Duration TOLD_EVERY = Duration.ofMinutes(1);
    private static final Logger log = LoggerFactory.getLogger(LoadShedding.class);

    private final Turns turns;
    private final Duration comeBackAfter;
    private final Problems problems;
    private final RequestLimits limits;
    private final ObjectProvider<TroublePage> pages;
    private final AtomicLong toldAt = new AtomicLong(System.nanoTime() - TOLD_EVERY.toNanos());

    LoadShedding(
            Turns turns,
            LoadSettings settings,
            Problems problems,
            RequestLimits limits,
            ObjectProvider<TroublePage> pages) {
        this.turns = turns;
        this.comeBackAfter = settings.longestWait();
        this.problems = problems;
        this.limits = limits;
        this.pages = pages;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return ALWAYS.stream().anyMatch(path(request)::startsWith);
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        readForm(request);
        if (!turns.take()) {
            refuse(request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            turns.giveBack();
        }
    }

    /**
     * Where people send forms, they may be read before anybody knows who sends them, and come at his pace: a few that come
     * byte by byte would keep all others out. Large files, and what programs send, are read of those alone who have signed in.
     */
    private void readForm(HttpServletRequest request) {
        if (!isForm(request) || limits.isLarge(path(request)) || pages.getIfAvailable() == null) {
            return;
        }
        try {
            request.getParameterMap();
        } catch (RuntimeException unreadable) {
            log.debug("A form cannot be read, which is told to whoever needs what is in it", unreadable);
        }
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && FORMS.stream().anyMatch(type.toLowerCase(Locale.ROOT)::startsWith);
    }

    private boolean isForPages(HttpServletRequest request) {
        TroublePage page = pages.getIfAvailable();
        return page != null && page.isFor(request);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        tell();
        ProblemException busy = new ProblemException(CommonReason.OVERLOADED).withRetryAfter(comeBackAfter);
        if (isForEvents(request)) {
            // any other answer would let a browser give up the stream for good
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.getOutputStream().write(EVENTS_LATER);
        } else if (isForPages(request)) {
            Problems.show(busy, request, response);
        } else {
            problems.write(busy, request, response);
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
