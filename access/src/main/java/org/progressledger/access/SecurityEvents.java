package org.progressledger.access;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Security events: a line each in the log category {@code security}, and the counter {@code security.events}.
 *
 * <p>A line holds names that we chose ourselves (event, reason, role, method, the path as the endpoint table writes it) and
 * short keyed hashes of account and address, by which lines of one caller are found; never what a caller typed.
 */
final class SecurityEvents implements AutoCloseable {

    private static final Logger security = LoggerFactory.getLogger("security");
    private static final String NONE = "-";

    private final EndpointRules rules;
    private final LineLimit limit;
    private final KeyedHash keyed = new KeyedHash();
    private final Map<SecurityEvent, Counter> counters = new EnumMap<>(SecurityEvent.class);

    SecurityEvents(EndpointRules rules, MeterRegistry meters, LineLimit limit) {
        this.rules = rules;
        this.limit = limit;
        // from the start, so that a first event is seen as a rise from zero
        for (SecurityEvent event : SecurityEvent.values()) {
            counters.put(
                    event,
                    Counter.builder("security.events")
                            .description("Refusals, changes of accounts, and exports")
                            .tag("event", event.shownName())
                            .register(meters));
        }
    }

    /** Somebody could not sign in. */
    void signInRefused(String reason, String username, String address) {
        Line line = line(SecurityEvent.SIGN_IN_REFUSED, reason, currentRequest());
        line.account = keyed.shortOf(username);
        line.address = hashOf(address);
        write(line, callers(line.account, line.address));
    }

    /** Somebody signed in on a page. */
    void signedIn(HttpServletRequest request) {
        Line line = line(SecurityEvent.SIGNED_IN, "DONE", request);
        write(line, callers(line.account));
    }

    /** Somebody ended all sessions of the own account. */
    void signedOutEverywhere() {
        Line line = line(SecurityEvent.SIGNED_OUT_EVERYWHERE, "DONE", currentRequest());
        write(line, callers(line.account));
    }

    /** Whoever is signed in ended all sessions of somebody else. */
    void sessionsEnded(String whose) {
        Line line = line(SecurityEvent.SESSIONS_ENDED, "DONE", currentRequest());
        line.target = keyed.shortOf(whose);
        write(line, callers(line.target));
    }

    /** A request was refused to whoever sent it. */
    void refused(SecurityEvent event, String reason, HttpServletRequest request) {
        Line line = line(event, reason, request);
        // nobody knows an account before signing in
        write(line, callers(line.account.equals(NONE) ? line.address : line.account));
    }

    /** An account was changed, by whoever is signed in, or by the service as it started. */
    void accountChanged(String username, AccountChange change) {
        Line line = line(change.event(), "DONE", currentRequest());
        line.target = keyed.shortOf(username);
        // many accounts in a row are told in full, the same one over and over is not
        write(line, callers(line.target));
    }

    /** Whoever is signed in was sent a file, whole or not. */
    void exported(boolean whole) {
        Line line = line(SecurityEvent.DATA_EXPORTED, whole ? "FINISHED" : "ABORTED", currentRequest());
        write(line, callers(line.account));
    }

    /** Tells what was left out so far. */
    @Override
    public void close() {
        limit.close().forEach(SecurityEvents::tell);
    }

    private static final class Line {
        private final SecurityEvent event;
        private final String reason;
        private String role = NONE;
        private String method = NONE;
        private String endpoint = NONE;
        private String account = NONE;
        private String target = NONE;
        private String address = NONE;

        Line(SecurityEvent event, String reason) {
            this.event = event;
            this.reason = reason;
        }
    }

    private Line line(SecurityEvent event, String reason, @Nullable HttpServletRequest request) {
        Line line = new Line(event, reason);
        Asker asker = SessionContext.asker(SecurityContextHolder.getContext().getAuthentication());
        if (asker != null) {
            line.role = asker.role().name();
            line.account = keyed.shortOf(asker.id());
        }
        if (request != null) {
            line.address = hashOf(request.getRemoteAddr());
            // a method of the caller's own making is not written
            if (RequestMethod.resolve(request.getMethod().toUpperCase(Locale.ROOT)) != null) {
                line.method = request.getMethod().toUpperCase(Locale.ROOT);
            }
            if (event != SecurityEvent.REQUEST_REJECTED) {
                line.endpoint = endpoint(request);
            }
        }
        return line;
    }

    private String endpoint(HttpServletRequest request) {
        return rules.decidingRow(HttpMethod.valueOf(request.getMethod()), EndpointAccess.path(request))
                .map(Allow::pathPattern)
                .orElse(NONE);
    }

    private static @Nullable HttpServletRequest currentRequest() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest()
                : null;
    }

    private String hashOf(@Nullable String address) {
        return address == null || address.equals(NONE) ? NONE : keyed.shortOf(FailedSignIns.network(address));
    }

    private static Set<String> callers(String... hashes) {
        return Stream.of(hashes).collect(Collectors.toSet());
    }

    private void write(Line line, Set<String> callers) {
        Optional.ofNullable(counters.get(line.event)).ifPresent(Counter::increment);
        LineLimit.Admission admission = limit.admit(new LineLimit.Kind(line.event, line.reason), callers);
        admission.ended().forEach(SecurityEvents::tell);
        if (!admission.written()) {
            return;
        }
        security.atLevel(line.event.level())
                .log(
                        "event={} reason={} role={} method={} endpoint={} account={} target={} address={}",
                        line.event.shownName(),
                        line.reason,
                        line.role,
                        line.method,
                        line.endpoint,
                        line.account,
                        line.target,
                        line.address);
    }

    private static void tell(LineLimit.LeftOut leftOut) {
        security.warn(
                "event=lines-left-out of={} reason={} caller={} lines={}",
                leftOut.kind().event().shownName(),
                leftOut.kind().reason(),
                leftOut.caller(),
                leftOut.lines());
    }
}
