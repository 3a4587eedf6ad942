package org.progressledger.problems;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what the servlet container gives up on, before or after Spring's own part. */
@Controller
class ProblemErrorController implements ErrorController {

    private final Problems problems;
    private final ProblemReadings readings;
    private final ObjectProvider<TroublePage> pages;

    ProblemErrorController(Problems problems, ProblemReadings readings, ObjectProvider<TroublePage> pages) {
        this.problems = problems;
        this.readings = readings;
        this.pages = pages;
    }

    @RequestMapping("${spring.web.error.path:${error.path:/error}}")
    @Nullable
    Object answer(HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted()) {
            return null; // Tomcat would put it behind what was sent, before it ends the connection
        }
        TroublePage page = pages.getIfAvailable();
        ProblemException problem = problem(request);
        return page != null && page.isFor(request)
                ? page.of(problem, request, response)
                : problems.answer(problem, request);
    }

    private ProblemException problem(HttpServletRequest request) {
        ProblemException shown = Problems.shown(request);
        if (shown != null) {
            return shown;
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
            return readings.read(
                    thrown, request.getMethod() + " " + request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        }
        if (status == null) {
            return new ProblemException(CommonReason.NOT_FOUND); // somebody asked for this path itself
        }
        ProblemException known = status instanceof Integer code ? CommonReading.ofStatus(code) : null;
        return known != null ? known : readings.read(new IllegalStateException("Error status " + status), "-");
    }
}
