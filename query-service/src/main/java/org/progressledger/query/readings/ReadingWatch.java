package org.progressledger.query.readings;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Allow;
import org.progressledger.access.EndpointRules;
import org.progressledger.access.Reach;
import org.progressledger.access.SignedIn;
import org.progressledger.events.ProjectCode;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Sees every answer that shows projects, by a program or on a page, and notes who got it. */
final class ReadingWatch implements HandlerInterceptor {

    private final EndpointRules rules;
    private final ReadingLog log;

    ReadingWatch(EndpointRules rules, ReadingLog log) {
        this.rules = rules;
        this.log = log;
    }

    @Configuration(proxyBeanMethods = false)
    static class Watching {
        @Bean
        WebMvcConfigurer readingWatch(EndpointRules rules, ReadingLog log) {
            ReadingWatch watch = new ReadingWatch(rules, log);
            return new WebMvcConfigurer() {
                @Override
                public void addInterceptors(InterceptorRegistry registry) {
                    registry.addInterceptor(watch);
                }
            };
        }
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception thrown) {
        if (!showedSomething(response.getStatus())
                || !(SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn)) {
            return;
        }
        Optional<Allow> row = rules.decidingRow(HttpMethod.valueOf(request.getMethod()), request.getRequestURI());
        if (row.isEmpty() || !ReadingWords.isNoted(row.get())) {
            return;
        }
        String what = row.get().pathPattern();
        String project = row.get().reach() == Reach.ABOUT_A_PROJECT ? projectIn(request) : null;
        if (project != null) {
            log.note(signedIn.asker(), project, what, null);
        } else if (ReadingWords.isOfSeveral(what)) {
            log.note(signedIn.asker(), null, what, request.getQueryString());
        }
    }

    /** Forms that are shown again because something is wrong show the project, too. */
    private static boolean showedSomething(int status) {
        return status < 300 || List.of(400, 409, 412, 422).contains(status);
    }

    private static @Nullable String projectIn(HttpServletRequest request) {
        String named = request.getParameter("project");
        if (named != null && ProjectCode.isValid(named)) {
            return named;
        }
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> byName
                        && byName.get("code") instanceof String code
                ? code
                : null;
    }
}
