package org.progressledger.query.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.SignedIn;
import org.progressledger.problems.ProblemException;
import org.progressledger.problems.TroublePage;
import org.progressledger.query.sending.RefusedElsewhere;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What is wrong, on a page. */
@Component
class Troubles implements TroublePage {
    private final Framing framing;

    Troubles(Framing framing) {
        this.framing = framing;
    }

    /**
     * What is wrong.
     *
     * @param words what it means
     * @param code the reason code of the API
     */
    record Trouble(Frame frame, String title, String words, String code) {}

    /** Browsers say so; programs are answered as everywhere. */
    @Override
    public boolean isFor(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }

    @Override
    public ModelAndView of(ProblemException problem, HttpServletRequest request, HttpServletResponse response) {
        Frame frame = framing.bare(asker(), request, response);
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

    private static @Nullable Asker asker() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                ? signedIn.asker()
                : null;
    }
}
