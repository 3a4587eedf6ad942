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
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.progressledger.problems.Problems;
import org.progressledger.problems.TroublePage;
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

    private final Turns turns;
    private final Duration comeBackAfter;
    private final Problems problems;
    private final Semaphore forms;
    private final ObjectProvider<TroublePage> pages;

    LoadShedding(Turns turns, LoadSettings settings, Problems problems, ObjectProvider<TroublePage> pages) {
        this.turns = turns;
        this.comeBackAfter = settings.longestWait();
        this.problems = problems;
        this.forms = new Semaphore(settings.forms());
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
        if (!readForm(request) || !turns.take()) {
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
     * Where people send forms, they are read before anybody knows who sends them, and come at his pace: a few that come byte
     * by byte would keep all others out. Files, and what programs send, are read of those alone who have signed in.
     *
     * @return false if too many come in already
     */
    private boolean readForm(HttpServletRequest request) {
        if (!isForm(request) || pages.getIfAvailable() == null) {
            return true;
        }
        if (!forms.tryAcquire()) {
            turns.refuse();
            return false;
        }
        try {
            // one that cannot be read is refused as such: the server would give whoever asks again a part of it
            request.getParameterMap();
            return true;
        } finally {
            forms.release();
        }
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
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
            // a page with all its frame would read what was sent, at its sender's pace
            problems.writeInHtml(busy, request, response);
        }
    }

    private static boolean isForEvents(HttpServletRequest request) {
        return MediaType.TEXT_EVENT_STREAM_VALUE.equals(request.getHeader(HttpHeaders.ACCEPT));
    }
}
