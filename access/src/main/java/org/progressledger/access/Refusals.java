package org.progressledger.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.progressledger.problems.ProblemReadings;
import org.progressledger.problems.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** Answers callers whom the security chain turns away, with the same problem documents as everyone else. */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

    /** Others are turned away before anybody asks what the path is. */
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private static final String CHALLENGE = "Basic realm=\"Progress Ledger\", charset=\"UTF-8\"";

    private final EndpointRules rules;
    private final Problems problems;
    private final ProblemReadings readings;
    private final SecurityEvents events;

    Refusals(EndpointRules rules, Problems problems, ProblemReadings readings, SecurityEvents events) {
        this.rules = rules;
        this.problems = problems;
        this.readings = readings;
        this.events = events;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException thrown)
            throws IOException {
        ProblemException problem = switch (thrown) {
            case TooManyFailedSignIns tooMany -> tooMany.problem();
            case AuthenticationServiceException fault ->
                readings.read(Optional.ofNullable(fault.getCause()).orElse(fault), "sign-in");
            default -> {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
                yield new ProblemException(CommonReason.UNAUTHENTICATED);
            }
        };
        problems.write(problem, request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException thrown)
            throws IOException {
        problems.write(problem(request, response, thrown), request, response);
    }

    /** Whoever has signed in is told 404 or 405 where the table knows nothing: there is nothing to be allowed to. */
    ProblemException problem(HttpServletRequest request, HttpServletResponse response, AccessDeniedException thrown) {
        Set<HttpMethod> methods = rules.methodsOf(EndpointAccess.path(request));
        HttpMethod asked = HttpMethod.valueOf(request.getMethod());
        if (thrown instanceof CsrfException) {
            events.refused(SecurityEvent.CROSS_SITE_REFUSED, AccessReason.FORM_EXPIRED.name(), request);
            return new ProblemException(AccessReason.FORM_EXPIRED);
        }
        if (methods.isEmpty()) {
            return new ProblemException(CommonReason.NOT_FOUND);
        }
        if (!methods.contains(asked) && !asked.equals(HttpMethod.OPTIONS)) {
            response.setHeader(
                    HttpHeaders.ALLOW, methods.stream().map(HttpMethod::name).collect(Collectors.joining(", ")));
            return new ProblemException(CommonReason.METHOD_NOT_ALLOWED, Map.of("method", asked.name()));
        }
        events.refused(SecurityEvent.DENIED_BY_ROLE, CommonReason.FORBIDDEN.name(), request);
        return new ProblemException(CommonReason.FORBIDDEN);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException thrown)
            throws IOException {
        events.refused(SecurityEvent.REQUEST_REJECTED, CommonReason.BAD_REQUEST.name(), request);
        if (METHODS.contains(request.getMethod())) {
            problems.write(new ProblemException(CommonReason.BAD_REQUEST), request, response);
        } else {
            response.setHeader(HttpHeaders.ALLOW, String.join(", ", METHODS));
            problems.write(
                    new ProblemException(CommonReason.METHOD_NOT_ALLOWED, Map.of("method", "?")), request, response);
        }
    }
}
