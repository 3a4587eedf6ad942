package org.progressledger.query.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.progressledger.problems.ProblemException;
import org.progressledger.problems.ProblemReadings;
import org.progressledger.problems.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** A page says in its own words what the API says in a problem document. */
@ControllerAdvice(annotations = Page.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageProblems {
    private final Troubles troubles;
    private final ProblemReadings readings;
    private final Problems problems;

    PageProblems(Troubles troubles, ProblemReadings readings, Problems problems) {
        this.troubles = troubles;
        this.readings = readings;
        this.problems = problems;
    }

    @ExceptionHandler(Throwable.class)
    Object told(Throwable thrown, HttpServletRequest request, HttpServletResponse response) throws Throwable {
        if (response.isCommitted()) {
            throw thrown;
        }
        ProblemException problem = readings.read(thrown, request.getMethod() + " " + request.getRequestURI());
        return troubles.isFor(request) ? troubles.of(problem, request, response) : problems.answer(problem, request);
    }
}
