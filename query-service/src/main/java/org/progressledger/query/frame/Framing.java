package org.progressledger.query.frame;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.EndpointRules;
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
import org.progressledger.query.projection.StandingStill;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Puts the frame around a page. */
@Component
public class Framing {
    private static final String LANGUAGE = "lang";
    private static final List<String> LANGUAGES = List.of("th", "en");
    private static final String THEME = "theme";
    private static final List<String> THEMES = List.of("light", "dark");
    private static final Duration REMEMBERED = Duration.ofDays(365);

    private final Texts texts;
    private final Following following;
    private final CommitLog log;
    private final SealedLog sealedLog;
    private final EndpointRules rules;
    private final StandingStill standing;
    private volatile @Nullable Recorded last;

    Framing(
            Texts texts,
            Following following,
            CommitLog log,
            SealedLog sealedLog,
            EndpointRules rules,
            StandingStill standing) {
        this.rules = rules;
        this.standing = standing;
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
                bare.places(),
                bare.theme(),
                bare.otherLanguage(),
                bare.otherTheme(),
                position < 0 ? "" : Figures.count(position),
                recordedAt(position, bare.language()),
                seal(bare.language()),
                bare.reads() ? standing.still().count() : 0);
    }

    /**
     * For a page that says what is wrong: it must stand where the ledger cannot be read.
     *
     * @param asker null where nobody has signed in
     */
    public Frame bare(@Nullable Asker asker, HttpServletRequest request, HttpServletResponse response) {
        Language language = chosen(LANGUAGE, LANGUAGES, request, response)
                .flatMap(Framing::named)
                .orElseGet(() -> Language.askedBy(request));
        request.setAttribute(ThaiMarking.LANGUAGE, language.tag());
        Optional<String> theme = chosen(THEME, THEMES, request, response);
        return new Frame(
                language,
                texts,
                asker == null ? null : viewer(asker, language),
                asker != null && asker.role() != Role.ADMIN,
                asker == null ? List.of() : Places.of(asker.role(), rules, request.getRequestURI()),
                theme.orElse(null),
                with(LANGUAGE, language == Language.TH ? "en" : "th", request),
                with(THEME, "dark", request),
                "",
                null,
                null);
    }

    /** The page as it was asked for, in another form. What was posted is not asked for again. */
    private static String with(String name, String value, HttpServletRequest request) {
        String query = request.getMethod().equals("GET") ? request.getQueryString() : null;
        return UriComponentsBuilder.fromPath(request.getRequestURI())
                .query(query == null ? "" : query)
                .replaceQueryParam(name, value)
                .build()
                .toUriString();
    }

    /** What was chosen now, which is remembered, else what was chosen before. */
    private static Optional<String> chosen(
            String name, List<String> values, HttpServletRequest request, HttpServletResponse response) {
        Optional<String> now = Optional.ofNullable(request.getParameter(name)).filter(values::contains);
        now.ifPresent(value -> response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, value)
                        .path("/")
                        .maxAge(REMEMBERED)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .build()
                        .toString()));
        if (name.equals(LANGUAGE)) {
            response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
            response.addHeader(HttpHeaders.VARY, HttpHeaders.COOKIE);
        }
        return now.or(() -> remembered(name, values, request));
    }

    private static Optional<String> remembered(String name, List<String> values, HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .filter(values::contains)
                        .findFirst();
    }

    private static Optional<Language> named(String tag) {
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
        if (position < 0) {
            return null;
        }
        Recorded known = last;
        if (known == null || known.position() != position) {
            // what is recorded stays as it is, so each position is read once
            known = log.read(position, 1).stream()
                    .findFirst()
                    .map(event -> new Recorded(position, event.recordedAt()))
                    .orElse(null);
            last = known;
        }
        return known == null ? null : Figures.moment(known.at(), language);
    }

    private record Recorded(long position, Instant at) {}

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
