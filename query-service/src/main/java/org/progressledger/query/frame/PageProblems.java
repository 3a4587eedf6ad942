package org.progressledger.query.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.progressledger.access.Asker;
import org.progressledger.access.SignedIn;
import org.progressledger.problems.ProblemException;
import org.progressledger.problems.ProblemReadings;
import org.progressledger.problems.Problems;
import org.progressledger.query.sending.RefusedElsewhere;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** A page says in its own words what the API says in a problem document. */
@ControllerAdvice(annotations = Page.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageProblems {
    private final Framing framing;
    private final ProblemReadings readings;
    private final Problems problems;

    PageProblems(Framing framing, ProblemReadings readings, Problems problems) {
        this.framing = framing;
        this.readings = readings;
        this.problems = problems;
    }

    /**
     * What is wrong.
     *
     * @param words what it means
     * @param code the reason code of the API
     */
    record Trouble(Frame frame, String title, String words, String code) {}

    @ExceptionHandler(Throwable.class)
    Object told(Throwable thrown, HttpServletRequest request, HttpServletResponse response) throws Throwable {
        if (response.isCommitted()
                || !(SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn)) {
            throw thrown;
        }
        ProblemException problem = readings.read(thrown, request.getMethod() + " " + request.getRequestURI());
        if (!asksForAPage(request)) {
            return problems.answer(problem, request);
        }
        Asker asker = signedIn.asker();
        Frame frame = framing.bare(asker, request, response);
        if (problem.retryAfter() != null) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER,
                    Long.toString(Math.max(1, problem.retryAfter().toSeconds())));
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        String title = frame.say("trouble." + (problem.status() >= 500 ? "later" : Integer.toString(problem.status())));
        Trouble trouble = new Trouble(
                frame,
                title.startsWith("trouble.") ? frame.say("trouble.400") : title,
                problem instanceof RefusedElsewhere elsewhere
                        ? elsewhere.words()
                        : frame.texts().detail(frame.language(), problem.reason(), problem.data()),
                problem.reason().name());
        return new ModelAndView("trouble", Map.of("page", trouble), HttpStatus.valueOf(problem.status()));
    }

    /** Browsers say so; programs are answered as everywhere. */
    private static boolean asksForAPage(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }
}
