package org.progressledger.query.frame;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.Role;
import org.progressledger.events.ProjectStatus;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.sealing.SealedHead;
import org.progressledger.ledger.sealing.SealedLog;
import org.progressledger.problems.Language;
import org.progressledger.problems.Texts;
import org.progressledger.query.frame.Frame.Moment;
import org.progressledger.query.frame.Frame.Seal;
import org.progressledger.query.frame.Frame.State;
import org.progressledger.query.frame.Frame.Viewer;
import org.progressledger.query.projection.Following;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Puts the frame around a page. */
@Component
public class Framing {
    private static final String LANGUAGE = "lang";
    private static final Duration REMEMBERED = Duration.ofDays(365);

    private final Texts texts;
    private final Following following;
    private final CommitLog log;
    private final SealedLog sealedLog;

    Framing(Texts texts, Following following, CommitLog log, SealedLog sealedLog) {
        this.texts = texts;
        this.following = following;
        this.log = log;
        this.sealedLog = sealedLog;
    }

    /** For a page that reads the ledger; to be called before its answers are read, which may only be newer. */
    public Frame around(Asker asker, HttpServletRequest request, HttpServletResponse response) {
        Frame bare = bare(asker, request, response);
        long position = following.position();
        return new Frame(
                bare.language(),
                texts,
                bare.viewer(),
                bare.reads(),
                bare.otherLanguage(),
                position < 0 ? "" : Figures.count(position),
                recordedAt(position, bare.language()),
                seal(bare.language()));
    }

    /** For a page that says what is wrong: it must stand where the ledger cannot be read. */
    public Frame bare(Asker asker, HttpServletRequest request, HttpServletResponse response) {
        Language language = language(request, response);
        return new Frame(
                language,
                texts,
                viewer(asker, language),
                asker.role() != Role.ADMIN,
                inOther(language, request),
                "",
                null,
                null);
    }

    private static String inOther(Language language, HttpServletRequest request) {
        return UriComponentsBuilder.fromPath(request.getRequestURI())
                .query(request.getQueryString())
                .replaceQueryParam(LANGUAGE, language == Language.TH ? "en" : "th")
                .build()
                .toUriString();
    }

    /** What was chosen now, else what was chosen before, else what the browser prefers. */
    private static Language language(HttpServletRequest request, HttpServletResponse response) {
        Optional<Language> chosen = named(request.getParameter(LANGUAGE));
        chosen.ifPresent(language -> response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(LANGUAGE, language.tag())
                        .path("/")
                        .maxAge(REMEMBERED)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .build()
                        .toString()));
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        response.addHeader(HttpHeaders.VARY, HttpHeaders.COOKIE);
        return chosen.or(() -> remembered(request)).orElseGet(() -> Language.askedBy(request));
    }

    private static Optional<Language> remembered(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(LANGUAGE))
                        .findFirst()
                        .flatMap(cookie -> named(cookie.getValue()));
    }

    private static Optional<Language> named(@Nullable String tag) {
        return Arrays.stream(Language.values())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }

    private Viewer viewer(Asker asker, Language language) {
        String role = texts.find(language, "role." + asker.role().name(), Map.of())
                .orElse(asker.role().name());
        return new Viewer(asker.id(), role, asker.agency());
    }

    private @Nullable Moment recordedAt(long position, Language language) {
        return position < 0
                ? null
                : log.read(position, 1).stream()
                        .findFirst()
                        .map(event -> Figures.moment(event.recordedAt(), language))
                        .orElse(null);
    }

    private @Nullable Seal seal(Language language) {
        return sealedLog
                .head()
                .flatMap(SealedHead::latest)
                .map(latest -> new Seal(
                        Figures.count(latest.checkpoint().size()), Figures.moment(latest.sealedAt(), language)))
                .orElse(null);
    }

    /** How a project's status looks. */
    public static State state(ProjectStatus status, Frame frame) {
        String word = frame.say("status." + status.name());
        return switch (status) {
            case ACTIVE -> new State("state-on", "#i-start", word);
            case PAUSED -> new State("state-paused", "#i-pause", word);
            case COMPLETED -> new State("state-done", "#i-ok", word);
            case CANCELLED -> new State("state-late", "#i-no", word);
        };
    }
}
