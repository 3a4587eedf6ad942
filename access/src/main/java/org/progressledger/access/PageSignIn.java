package org.progressledger.access;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.progressledger.problems.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Signing in on a page: a form over the local accounts, a session in a cookie, and a token in every form that changes
 * something (against requests that a foreign page makes a browser send).
 *
 * <p>The token is in a cookie of its own (double submit), so that somebody who only looks at the form costs no session;
 * {@link CrossSiteFilter} looks where a change comes from besides.
 */
final class PageSignIn {

    static final String SESSION_COOKIE = "session";

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final SessionContext sessions;
    private final PageEntry entry;
    private final Refusals refusals;
    private final Problems problems;
    private final SecurityEvents events;
    private final @Nullable Elsewhere elsewhere;

    PageSignIn(
            SessionContext sessions,
            PageEntry entry,
            Refusals refusals,
            SecurityEvents events,
            Problems problems,
            @Nullable Elsewhere elsewhere) {
        this.problems = problems;
        this.elsewhere = elsewhere;
        this.sessions = sessions;
        this.entry = entry;
        this.refusals = refusals;
        this.events = events;
    }

    PageEntry entry() {
        return entry;
    }

    /** Who checks what another house says; null where none is asked. */
    @Nullable
    AuthenticationProvider elsewhere() {
        return elsewhere == null ? null : elsewhere.provider();
    }

    /** A person is told on the page of errors, a program as everywhere. */
    AccessDeniedHandler denied() {
        return (request, response, thrown) -> {
            if (PageEntry.isPerson(request)) {
                request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, refusals.problem(request, response, thrown));
                request.getRequestDispatcher("/error").forward(request, response);
            } else {
                refusals.handle(request, response, thrown);
            }
        };
    }

    void addTo(HttpSecurity http) {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Lax"));
        http.addFilterBefore(new SignInWithoutFiles(problems), CsrfFilter.class)
                .securityContext(context -> context.securityContextRepository(sessions))
                // a session is begun by signing in on the form or elsewhere, never by a name and password sent along
                .sessionManagement(session -> session.requireExplicitAuthenticationStrategy(true))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens).requireCsrfProtectionMatcher(byCookie()))
                .formLogin(form -> form.loginPage(PageEntry.SIGN_IN)
                        .usernameParameter("username")
                        .passwordParameter("password")
                        .successHandler((request, response, signedIn) -> {
                            events.signedIn(request);
                            response.sendRedirect(PageEntry.here(request.getParameter(PageEntry.NEXT)));
                        })
                        .failureHandler(
                                (request, response, refused) -> response.sendRedirect(refusedAt(request, refused))))
                .logout(out -> out.logoutUrl("/sign-out")
                        .deleteCookies(SESSION_COOKIE)
                        .logoutSuccessUrl(PageEntry.SIGN_IN + "?out"));
        if (elsewhere != null) {
            elsewhere.addTo(http, events);
        }
    }

    /** Only what a browser adds by itself, the cookie, can be made use of by a foreign page; and the form that gives it. */
    private static RequestMatcher byCookie() {
        return request -> !HARMLESS.contains(request.getMethod())
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && (request.getSession(false) != null
                        || EndpointAccess.path(request).equals(PageEntry.SIGN_IN));
    }

    /** The form again, which says why; what was typed is not in its address. */
    private static String refusedAt(HttpServletRequest request, AuthenticationException refused) {
        UriComponentsBuilder form =
                UriComponentsBuilder.fromPath(PageEntry.SIGN_IN).queryParam("refused", why(refused));
        if (refused instanceof TooManyFailedSignIns tooMany) {
            form.queryParam("seconds", Math.max(1, tooMany.waitTime().toSeconds()));
        }
        String next = PageEntry.here(request.getParameter(PageEntry.NEXT));
        if (!next.equals("/")) {
            form.queryParam(PageEntry.NEXT, "{next}");
        }
        return form.encode().buildAndExpand(next).toUriString();
    }

    private static String why(AuthenticationException refused) {
        return switch (refused) {
            case TooManyFailedSignIns tooMany -> "wait";
            case AuthenticationServiceException fault -> "unavailable";
            default -> "wrong";
        };
    }
}
