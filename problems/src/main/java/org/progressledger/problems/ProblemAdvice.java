package org.progressledger.problems;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Answers whatever a controller, or the way to it, throws with a problem document. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice {

    private final Problems problems;
    private final ProblemReadings readings;

    ProblemAdvice(Problems problems, ProblemReadings readings) {
        this.problems = problems;
        this.readings = readings;
    }

    @ExceptionHandler(Throwable.class)
    @Nullable
    ResponseEntity<Problem> answer(Throwable thrown, HttpServletRequest request, HttpServletResponse response)
            throws Throwable {
        if (thrown instanceof AsyncRequestNotUsableException) {
            return null; // nobody is listening any more
        }
        if (response.isCommitted()) {
            // behind what was sent already a problem document would be taken for a part of it: the server ends the
            // connection instead, so that nobody takes the part for the whole
            throw thrown;
        }
        ProblemException problem = readings.read(thrown, request.getMethod() + " " + request.getRequestURI());
        ResponseEntity<Problem> answer = problems.answer(problem, request);
        if (!(thrown instanceof ErrorResponse withHeaders)
                || withHeaders.getHeaders().isEmpty()) {
            return answer;
        }
        return ResponseEntity.status(answer.getStatusCode())
                .headers(withHeaders.getHeaders()) // Allow, Accept
                .headers(answer.getHeaders())
                .body(answer.getBody());
    }
}
