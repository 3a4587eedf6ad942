package org.progressledger.query.asof;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.events.ProjectHistory;
import org.progressledger.problems.ProblemException;
import org.progressledger.query.asking.Points.Point;
import org.progressledger.query.asof.AsOfPage.Compared;
import org.progressledger.query.asof.AsOfPage.Then;
import org.progressledger.query.asof.Past.AsOf;
import org.progressledger.query.asof.Past.Axis;
import org.progressledger.query.asof.TypedPoints.Asked;
import org.progressledger.query.asof.TypedPoints.Typed;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Framing;
import org.progressledger.query.frame.Page;
import org.progressledger.query.frame.ProjectPages;
import org.progressledger.query.frame.ProjectPages.Held;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The project as it was, and what differs, for people. */
@Page
class AsOfPageController {
    private final ProjectPages pages;
    private final Past past;
    private final InstantSource clock;
    private final Framing framing;
    private final AsOfSettings settings;

    AsOfPageController(ProjectPages pages, Past past, InstantSource clock, Framing framing, AsOfSettings settings) {
        this.pages = pages;
        this.past = past;
        this.clock = clock;
        this.framing = framing;
        this.settings = settings;
    }

    @GetMapping("/projects/{code}/as-of")
    ModelAndView asOf(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String happened,
            @RequestParam(defaultValue = "") String recorded,
            @RequestParam(defaultValue = "") String toHappened,
            @RequestParam(defaultValue = "") String toRecorded,
            @RequestParam(required = false) @Nullable Long atLeast,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        Frame frame = framing.around(asker, request, response);
        Held<ProjectHistory> held =
                pages.read(code, atLeast, asker, valid -> past.recorded(valid).orElseThrow());
        Typed typed = new Typed(happened, recorded, toHappened, toRecorded);
        Shown shown = shown(new AsOfTelling(frame, held), typed, held.part(), asker);
        return new ModelAndView("asof", Map.of("page", shown.page()), HttpStatus.valueOf(shown.status()));
    }

    private record Shown(AsOfPage page, int status) {}

    private Shown shown(AsOfTelling telling, Typed typed, ProjectHistory history, Asker asker) {
        Asked asked = TypedPoints.read(typed, clock.instant());
        Point from = asked.from();
        Point to = asked.to();
        if (typed.nothing() || from == null || to == null) {
            return new Shown(
                    telling.page(typed, asked.problems(), null, null, null),
                    asked.problems().isEmpty() ? 200 : 400);
        }
        Then then = null;
        try {
            AsOf before = past.asOf(history, from, asker);
            then = telling.then(before);
            AsOf after = past.asOf(history, to, asker);
            // recorded meanwhile or only happened: the order in which facts are folded in names the event that moved a
            // value
            Axis along = from.recordedAt().equals(to.recordedAt()) ? Axis.HAPPENED : Axis.RECORDED;
            Compared compared = telling.compared(
                    before,
                    after,
                    past.diff(history, from, to, along, asker),
                    (typed.toHappened() + typed.toRecorded()).isBlank(),
                    settings.comparedWords());
            return new Shown(telling.page(typed, Map.of(), null, then, compared), 200);
        } catch (ProblemException refused) {
            return new Shown(telling.page(typed, Map.of(), telling.words(refused), then, null), refused.status());
        }
    }
}
