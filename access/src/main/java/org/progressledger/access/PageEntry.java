package org.progressledger.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.util.StringUtils;

/** Leads a person with a browser to where one signs in, and tells programs as everywhere. */
final class PageEntry implements AuthenticationEntryPoint {

    /** Where one signs in. */
    static final String SIGN_IN = "/sign-in";

    /** Where one wanted to go, in the address of the page. */
    static final String NEXT = "next";

    private static final int LONGEST_NEXT = 1000;

    private final Refusals refusals;

    PageEntry(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException thrown)
            throws IOException {
        if (request.getHeader("HX-Request") != null) {
            // a part of a page was asked for: the whole page goes
            response.setHeader("HX-Redirect", SIGN_IN);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (isPerson(request)) {
            String wanted =
                    request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
            boolean worthIt =
                    request.getMethod().equals("GET") && !wanted.equals("/") && wanted.length() <= LONGEST_NEXT;
            response.sendRedirect(
                    worthIt ? SIGN_IN + "?" + NEXT + "=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8) : SIGN_IN);
        } else {
            refusals.commence(request, response, thrown);
        }
    }

    /** Browsers say that they read pages; who sends a name and password along is a program. */
    static boolean isPerson(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null
                && accepted.contains(MediaType.TEXT_HTML_VALUE)
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null;
    }

    /** A place of this service; anything else is the start page. */
    static String here(@Nullable String next) {
        if (next == null
                || next.length() > LONGEST_NEXT
                || !next.startsWith("/")
                || next.startsWith("//")
                || next.chars().anyMatch(c -> c == '\\' || c <= ' ' || c >= 127)) {
            return "/";
        }
        // what dots make of it counts, as a browser reads it
        String path = StringUtils.cleanPath(next.replaceFirst("[?#].*", ""));
        return path.startsWith("//") || path.startsWith("/..") || !path.startsWith("/") ? "/" : next;
    }
}
