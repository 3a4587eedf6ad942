package org.progressledger.query.deeds;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.RecordedEvent;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.progressledger.query.asking.ProjectDesk;
import org.progressledger.query.forms.Form;
import org.progressledger.query.forms.FormDesk;
import org.progressledger.query.forms.Rows;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Framing;
import org.progressledger.query.frame.Page;
import org.progressledger.query.frame.ProjectPages;
import org.progressledger.query.frame.ProjectPages.Held;
import org.progressledger.query.sending.CommandDesk.Recorded;
import org.progressledger.query.sending.CommandDesk.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/** The short forms of officers, and what becomes of them. */
@Page
class DeedsController {
    private final ProjectPages pages;
    private final ProjectDesk desk;
    private final FormDesk forms;
    private final Framing framing;
    private final InstantSource clock;

    DeedsController(ProjectPages pages, ProjectDesk desk, FormDesk forms, Framing framing, InstantSource clock) {
        this.pages = pages;
        this.desk = desk;
        this.forms = forms;
        this.framing = framing;
        this.clock = clock;
    }

    @GetMapping({
        Deeds.ACTIVITIES,
        Deeds.LETTERS,
        Deeds.PAUSE,
        Deeds.RESUMPTION,
        Deeds.COMPLETION,
        Deeds.NEW_APPEAL,
        Deeds.AMENDMENTS,
        IndicatorDeeds.NEW,
        IndicatorDeeds.RESULTS,
        IndicatorDeeds.CRITERIA,
        IndicatorDeeds.EVALUATIONS
    })
    ModelAndView form(
            @PathVariable Map<String, String> path,
            @RequestParam(defaultValue = "") String indicator,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        Frame frame = framing.around(asker, request, response);
        Deed deed = deed(request);
        Held<ProjectCode> held = pages.read(path.getOrDefault("code", ""), null, asker, Function.identity());
        Standing standing = standing(held, path.getOrDefault("id", indicator), asker, frame);
        refuseUnknown(path, standing);
        Form form = Form.prefilled(
                deed.fields().apply(frame, standing),
                deed.prefilled().apply(standing),
                held.project().version());
        return page(deed, held, standing, form, frame);
    }

    @PostMapping({
        Deeds.ACTIVITIES,
        Deeds.LETTERS,
        Deeds.PAUSE,
        Deeds.RESUMPTION,
        Deeds.COMPLETION,
        Deeds.NEW_APPEAL,
        Deeds.AMENDMENTS,
        IndicatorDeeds.NEW,
        IndicatorDeeds.RESULTS,
        IndicatorDeeds.CRITERIA,
        IndicatorDeeds.EVALUATIONS
    })
    ModelAndView sent(
            @PathVariable Map<String, String> path,
            @RequestParam Map<String, String> typed,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        Frame frame = framing.around(asker, request, response);
        Deed deed = deed(request);
        Held<ProjectCode> held = pages.read(path.getOrDefault("code", ""), null, asker, Function.identity());
        Standing standing = standing(held, path.getOrDefault("id", ""), asker, frame);
        refuseUnknown(path, standing);
        Form form = Form.typed(deed.fields().apply(frame, standing), Rows.closed(typed, IndicatorDeeds.PARTS));
        Map<String, Object> body = deed.changing().onlyChanges()
                ? form.changes(deed.prefilled().apply(standing), deed.changing().whole())
                : form.body();
        return switch (forms.send(asker, frame, at(deed.command(), held, standing), form, body)) {
            case Recorded recorded ->
                forms.done(
                        at(deed.shows(), held, standing), recorded, deed.words().done());
            case Refused refused -> {
                ModelAndView page =
                        page(deed, held, standing, forms.refused(form, refused, deed.places(), frame), frame);
                page.setStatus(HttpStatus.valueOf(refused.status()));
                yield page;
            }
        };
    }

    private static Deed deed(HttpServletRequest request) {
        return Deeds.at(Objects.toString(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)));
    }

    private Standing standing(Held<ProjectCode> held, String about, Asker asker, Frame frame) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), RecordedEvent.OFFICE);
        return new Standing(desk.shown(held.project(), asker), today, frame.language(), about);
    }

    /** A form about an indicator that the project has not is none. */
    private static void refuseUnknown(Map<String, String> path, Standing standing) {
        if (path.containsKey("id") && standing.indicator().isEmpty()) {
            throw new ProblemException(CommonReason.NOT_FOUND);
        }
    }

    private static String at(String below, Held<ProjectCode> held, Standing standing) {
        return "/projects/" + held.part().text() + below.replace("{id}", standing.about());
    }

    private static ModelAndView page(Deed deed, Held<ProjectCode> held, Standing standing, Form form, Frame frame) {
        DeedPage page = new DeedPage(
                frame,
                held.head(frame),
                form,
                deed.page().replace("{code}", held.part().text()).replace("{id}", standing.about()),
                at(deed.shows(), held, standing),
                frame.say(deed.words().title()),
                frame.say(deed.words().lead()),
                frame.say(deed.words().send()),
                deed.page().contains("{id}")
                        ? standing.indicator()
                                .map(each -> new DeedPage.About(Standing.called(each), each.text()))
                                .orElse(null)
                        : null);
        return new ModelAndView("deeds", Map.of("page", page));
    }
}
