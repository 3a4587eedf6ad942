package org.progressledger.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.progressledger.problems.ReasonCode;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Turns an officer away from another agency's project as soon as the path names it: before the body is read, so that
 * neither what is in the body nor whether there is such a project makes a difference. It also notes refusals of that kind
 * that come later, where only the request itself says which project it is about.
 */
final class AgencyGate implements HandlerInterceptor {

    /** Said in the words of the service, whose message files hold the sentence. */
    private enum Agency implements ReasonCode {
        NOT_YOUR_AGENCY;

        @Override
        public int status() {
            return 403;
        }
    }

    // what is no project code is no agency's: the endpoint says what is wrong with it
    private static final Pattern PROJECT_CODE = Pattern.compile("[0-9]{8}-[0-9]{4}");

    private final EndpointRules rules;
    private final SecurityEvents events;

    AgencyGate(EndpointRules rules, SecurityEvents events) {
        this.rules = rules;
        this.events = events;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String project = projectIn(request);
        if (project != null
                && SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                && !lets(signedIn.asker(), project, request)) {
            events.refused(SecurityEvent.DENIED_BY_AGENCY, Agency.NOT_YOUR_AGENCY.name(), request);
            throw new ProblemException(Agency.NOT_YOUR_AGENCY, Map.of("project", project));
        }
        return true;
    }

    private static boolean lets(Asker asker, String project, HttpServletRequest request) {
        return reads(request) ? asker.sees(project) : asker.mayActFor(project);
    }

    private static boolean reads(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private @Nullable String projectIn(HttpServletRequest request) {
        Optional<Allow> row = rules.decidingRow(HttpMethod.valueOf(request.getMethod()), EndpointAccess.path(request));
        if (row.isEmpty() || row.get().reach() != Reach.ABOUT_A_PROJECT) {
            return null;
        }
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables instanceof Map<?, ?> byName
                        && byName.get("code") instanceof String code
                        && PROJECT_CODE.matcher(code).matches()
                ? code
                : null;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception unanswered) {
        Object answered = request.getAttribute(DispatcherServlet.EXCEPTION_ATTRIBUTE);
        if (answered instanceof AccessDeniedException) {
            events.refused(SecurityEvent.DENIED_BY_ROLE, CommonReason.FORBIDDEN.name(), request);
        } else if (answered instanceof ProblemException problem) {
            String reason = problem.reason().name();
            if (reason.equals(Agency.NOT_YOUR_AGENCY.name())) {
                events.refused(SecurityEvent.DENIED_BY_AGENCY, reason, request);
            } else if (problem.reason() == CommonReason.FORBIDDEN) {
                events.refused(SecurityEvent.DENIED_BY_ROLE, reason, request);
            }
        }
    }
}
