package org.progressledger.query.replay;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.access.Role;
import org.progressledger.problems.ProblemException;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Framing;
import org.progressledger.query.frame.Page;
import org.progressledger.query.replay.Releases.ReleaseView;
import org.progressledger.query.replay.Replay.State;
import org.progressledger.query.replay.Replay.Step;
import org.progressledger.query.replay.Replay.What;
import org.progressledger.query.replay.ReplayStore.DifferingDocument;
import org.progressledger.query.replay.Replays.ReplayAsked;
import org.progressledger.query.replay.ReplaysPage.Differing;
import org.progressledger.query.replay.ReplaysPage.Failed;
import org.progressledger.query.replay.ReplaysPage.ReleaseRow;
import org.progressledger.query.replay.ReplaysPage.Row;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The replay console. */
@Page
class ReplaysPageController {
    private static final String HERE = "redirect:/replays";
    private static final int DIFFERENCES_SHOWN = 20;
    private static final int DIGITS_SHOWN = 12;
    private static final int MINUTE = 60;

    private final Framing framing;
    private final Replays replays;
    private final Releases releases;

    ReplaysPageController(Framing framing, Replays replays, Releases releases) {
        this.framing = framing;
        this.replays = replays;
        this.releases = releases;
    }

    @GetMapping("/replays")
    ModelAndView replays(@CurrentAsker Asker asker, HttpServletRequest request, HttpServletResponse response) {
        return shown(framing.bare(asker, request, response), asker, null);
    }

    @PostMapping("/replays")
    ModelAndView begin(
            @RequestParam(defaultValue = "everything") String what,
            @RequestParam(defaultValue = "") String readModel,
            @RequestParam(defaultValue = "") String project,
            @RequestParam(defaultValue = "wait") String whenDifferent,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            replays.begin(new ReplayAsked(what, readModel, project, whenDifferent), asker);
            return new ModelAndView(HERE);
        } catch (ProblemException refused) {
            return again(refused, asker, request, response);
        }
    }

    @PostMapping("/replays/{id}/pause")
    ModelAndView pause(
            @PathVariable String id,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        return done(() -> replays.pause(id), asker, request, response);
    }

    @PostMapping("/replays/{id}/resume")
    ModelAndView resume(
            @PathVariable String id,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        return done(() -> replays.resume(id), asker, request, response);
    }

    @PostMapping("/replays/{id}/cancel")
    ModelAndView cancel(
            @PathVariable String id,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        return done(() -> replays.cancel(id), asker, request, response);
    }

    @PostMapping("/replays/{id}/switch")
    ModelAndView putInPlace(
            @PathVariable String id,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        return done(() -> replays.putInPlace(id), asker, request, response);
    }

    @PostMapping("/replays/{id}/drop")
    ModelAndView dropOld(
            @PathVariable String id,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        return done(() -> replays.dropOld(id), asker, request, response);
    }

    @PostMapping("/replays/releases/{release}/drop")
    ModelAndView dropRelease(
            @PathVariable String release,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        return at(
                () -> {
                    releases.drop(release);
                    return "#releases";
                },
                asker,
                request,
                response);
    }

    private ModelAndView done(
            Supplier<Replay> deed, Asker asker, HttpServletRequest request, HttpServletResponse response) {
        return at(() -> "#r-" + deed.get().id(), asker, request, response);
    }

    /** @param deed answers the place on the page that shows what came of it */
    private ModelAndView at(
            Supplier<String> deed, Asker asker, HttpServletRequest request, HttpServletResponse response) {
        try {
            return new ModelAndView(HERE + deed.get());
        } catch (ProblemException refused) {
            return again(refused, asker, request, response);
        }
    }

    private ModelAndView again(
            ProblemException refused, Asker asker, HttpServletRequest request, HttpServletResponse response) {
        Frame frame = framing.bare(asker, request, response);
        String said = frame.texts()
                .find(frame.language(), refused.reason().name(), refused.data())
                .orElseGet(() -> frame.say("replays.refused"));
        ModelAndView again = shown(frame, asker, said);
        again.setStatus(HttpStatus.valueOf(refused.status()));
        return again;
    }

    private ModelAndView shown(Frame frame, Asker asker, @Nullable String refused) {
        List<Replay> latest = replays.latest();
        boolean going = latest.stream().anyMatch(replay -> replay.state() == State.RUNNING);
        boolean decides = asker.role() == Role.ADMIN;
        ReplaysPage page = new ReplaysPage(
                frame,
                decides,
                going,
                latest.stream().allMatch(Replay::isOver),
                replays.models(),
                latest.stream().map(replay -> row(replay, decides, frame)).toList(),
                releases.all().stream()
                        .map(release -> row(release, decides, frame))
                        .toList(),
                refused);
        return new ModelAndView("replays", Map.of("page", page));
    }

    private Row row(Replay replay, boolean decides, Frame frame) {
        boolean compares = replay.step() == Step.COMPARING && !replay.isOver();
        long done = compares ? replay.compared() : replay.eventsDone();
        long of = compares ? replay.projects() : replay.events();
        boolean beforeTheSwitch =
                replay.step() == Step.BEGINNING || replay.step() == Step.BUILDING || replay.step() == Step.COMPARING;
        boolean running = replay.state() == State.RUNNING;
        List<DifferingDocument> differing =
                replay.differences() == 0 ? List.of() : replays.differences(replay.id(), 0, DIFFERENCES_SHOWN);
        return new Row(
                replay.id(),
                what(replay, frame),
                replay.what() == What.RELEASE ? frame.say("replays.byRelease") : replay.by(),
                Figures.moment(replay.startedAt(), frame.language()),
                replay.endedAt() == null ? null : Figures.moment(replay.endedAt(), frame.language()),
                frame.say("replays.state." + replay.state()),
                style(replay.state()),
                replay.state() == State.WAITING || replay.state() == State.FAILED
                        ? "#i-no"
                        : replay.state() == State.DONE ? "#i-ok" : "#i-info",
                frame.say("replays.step." + replay.step()),
                done,
                Math.max(of, 1),
                Figures.count(done),
                Figures.count(of),
                replay.position() < 0 ? null : Figures.count(replay.position()),
                replay.head() < 0 ? "–" : Figures.count(replay.head()),
                Figures.count(Math.round(replay.rate())),
                left(replay, frame),
                replay.oldDigest(),
                replay.newDigest(),
                replay.differences() == 0,
                Figures.count(replay.differences()),
                differing.stream().map(ReplaysPageController::differing).toList(),
                replay.errors().stream()
                        .map(error -> new Failed(
                                error.project(),
                                error.position() < 0 ? "–" : Figures.count(error.position()),
                                error.event(),
                                error.type()))
                        .toList(),
                replay.failure(),
                running && (replay.step() == Step.BUILDING || replay.step() == Step.COMPARING),
                replay.state() == State.PAUSED,
                !replay.isOver() && beforeTheSwitch && replay.what() != What.RELEASE,
                decides && replay.state() == State.WAITING,
                decides && replays.isOldHere(replay));
    }

    private static ReleaseRow row(ReleaseView release, boolean decides, Frame frame) {
        Instant builtAt = release.builtAt();
        Instant seenAt = release.seenAt();
        return new ReleaseRow(
                release.release(),
                Figures.count(release.collections()),
                Figures.count(release.documents()),
                Figures.count(release.bytes()),
                builtAt == null ? null : Figures.moment(builtAt, frame.language()),
                seenAt == null ? null : Figures.moment(seenAt, frame.language()),
                release.answersHere()
                        ? frame.say("replays.releases.here")
                        : release.inUse() ? frame.say("replays.releases.inUse") : frame.say("replays.releases.unused"),
                release.answersHere() ? "on" : "paused",
                release.answersHere() ? "#i-ok" : "#i-info",
                decides && !release.answersHere() && !release.inUse());
    }

    private static String what(Replay replay, Frame frame) {
        return switch (replay.what()) {
            case EVERYTHING -> frame.say("replays.what.everything");
            case RELEASE -> frame.say("replays.what.release");
            case READ_MODEL -> frame.say("replays.what.model", Map.of("model", String.valueOf(replay.model())));
            case PROJECT -> frame.say("replays.what.project", Map.of("project", String.valueOf(replay.project())));
        };
    }

    private static String style(State state) {
        return switch (state) {
            case DONE -> "on";
            case WAITING, FAILED -> "late";
            case RUNNING, PAUSED, CANCELLED -> "paused";
        };
    }

    private static @Nullable String left(Replay replay, Frame frame) {
        Long seconds = replay.secondsLeft();
        if (seconds == null) {
            return null;
        }
        return seconds < MINUTE
                ? frame.say("replays.left.seconds", Map.of("n", seconds))
                : frame.say("replays.left.minutes", Map.of("n", (seconds + MINUTE - 1) / MINUTE));
    }

    private static Differing differing(DifferingDocument difference) {
        return new Differing(difference.document(), digits(difference.old()), digits(difference.built()));
    }

    private static String digits(@Nullable String digest) {
        return digest == null
                ? "–"
                : digest.substring(0, Math.min(DIGITS_SHOWN, digest.length())).toLowerCase(Locale.ROOT);
    }
}
