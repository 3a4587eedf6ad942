package org.progressledger.query.live;

import java.io.IOException;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.StillSignedIn;
import org.progressledger.access.StillSignedIn.Ticket;
import org.progressledger.events.ProjectCode;
import org.progressledger.query.projection.Following;
import org.progressledger.query.projection.ReadModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The pages that are open and want to know when something new is recorded: of one project, or of any. They are told a
 * position and nothing else, and ask for themselves. Whoever is signed in no longer is told nothing more.
 */
@Component
class OpenPages implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(OpenPages.class);
    private static final int QUIET_ROUNDS = 15;

    private final Following following;
    private final ReadModel readModel;
    private final LiveSettings settings;
    private final StillSignedIn signedIn;
    private final Set<Open> open = ConcurrentHashMap.newKeySet();
    private volatile @Nullable ScheduledExecutorService clockwork;
    private int round;

    OpenPages(Following following, ReadModel readModel, LiveSettings settings, StillSignedIn signedIn) {
        this.following = following;
        this.readModel = readModel;
        this.settings = settings;
        this.signedIn = signedIn;
    }

    /** One open page. */
    private record Open(
            SseEmitter stream, Ticket ticket, @Nullable ProjectCode project, AtomicLong told) {
        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(stream);
        }
    }

    /**
     * Begins to tell a page.
     *
     * @param ticket by what its reader got in
     * @param project null for whatever is recorded
     * @param known the position that the page reflects
     * @return null where too many pages are open
     */
    synchronized @Nullable SseEmitter open(Ticket ticket, @Nullable ProjectCode project, long known) {
        long own = open.stream()
                .filter(one -> one.ticket().account().equals(ticket.account()))
                .count();
        if (open.size() >= settings.pages() || own >= settings.perAccount()) {
            return null;
        }
        SseEmitter stream = new SseEmitter(settings.longest().toMillis());
        Open one = new Open(stream, ticket, project, new AtomicLong(known));
        open.add(one);
        Runnable forget = () -> open.remove(one);
        stream.onCompletion(forget);
        stream.onTimeout(stream::complete);
        stream.onError(broken -> forget.run());
        send(one, SseEmitter.event().comment("open"));
        return stream;
    }

    int count() {
        return open.size();
    }

    private void tellAll() {
        try {
            if (!open.isEmpty()) {
                end(signedIn.ended(open.stream().map(Open::ticket).toList()));
            }
            long position = following.position();
            boolean breathe = ++round % QUIET_ROUNDS == 0;
            Map<ProjectCode, OptionalLong> seen = new ConcurrentHashMap<>();
            for (Open one : open) {
                tell(one, position, seen, breathe);
            }
        } catch (RuntimeException later) {
            log.debug("Open pages are told later: {}", later.toString());
        }
    }

    /** Ends what is open of them; at the next round, and so within seconds. */
    void end(Set<Ticket> signedOut) {
        for (Open one : open) {
            if (signedOut.contains(one.ticket())) {
                open.remove(one);
                one.stream().complete();
            }
        }
    }

    private void tell(Open one, long position, Map<ProjectCode, OptionalLong> seen, boolean breathe) {
        long known = one.told().get();
        if (position <= known) {
            if (breathe) {
                send(one, SseEmitter.event().comment("still here"));
            }
            return;
        }
        ProjectCode project = one.project();
        OptionalLong newest = project == null
                ? OptionalLong.of(position)
                : seen.computeIfAbsent(
                        project,
                        code -> readModel
                                .project(code)
                                .map(view -> OptionalLong.of(view.ledgerPosition()))
                                .orElseGet(OptionalLong::empty));
        one.told().set(position);
        if (newest.isPresent() && newest.getAsLong() > known) {
            send(one, SseEmitter.event().name("recorded").data(newest.getAsLong()));
        }
    }

    private void send(Open one, SseEmitter.SseEventBuilder event) {
        try {
            one.stream().send(event);
        } catch (IOException | IllegalStateException gone) {
            open.remove(one);
        }
    }

    @Override
    public void start() {
        ScheduledExecutorService fresh = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "open-pages");
            thread.setDaemon(true);
            return thread;
        });
        long every = settings.every().toMillis();
        fresh.scheduleWithFixedDelay(this::tellAll, every, every, TimeUnit.MILLISECONDS);
        clockwork = fresh;
    }

    /** Before the web server, which would wait for the open streams. */
    @Override
    public void stop() {
        ScheduledExecutorService running = clockwork;
        clockwork = null;
        if (running != null) {
            running.shutdownNow();
        }
        open.forEach(one -> one.stream().complete());
    }

    @Override
    public boolean isRunning() {
        return clockwork != null;
    }
}
