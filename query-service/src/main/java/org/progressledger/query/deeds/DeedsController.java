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
import org.progressledger.query.asking.ProjectDesk;
import org.progressledger.query.forms.Form;
import org.progressledger.query.forms.FormDesk;
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
        Deeds.AMENDMENTS
    })
    ModelAndView form(
            @PathVariable String code,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        Frame frame = framing.around(asker, request, response);
        Deed deed = deed(request);
        Held<ProjectCode> held = pages.read(code, null, asker, Function.identity());
        Form form = Form.prefilled(
                deed.fields().apply(frame),
                deed.prefilled().apply(standing(held, asker, frame)),
                held.project().version());
        return page(deed, frame, held, form, HttpStatus.OK);
    }

    @PostMapping({
        Deeds.ACTIVITIES,
        Deeds.LETTERS,
        Deeds.PAUSE,
        Deeds.RESUMPTION,
        Deeds.COMPLETION,
        Deeds.NEW_APPEAL,
        Deeds.AMENDMENTS
    })
    ModelAndView sent(
            @PathVariable String code,
            @RequestParam Map<String, String> typed,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        Frame frame = framing.around(asker, request, response);
        Deed deed = deed(request);
        Held<ProjectCode> held = pages.read(code, null, asker, Function.identity());
        Form form = Form.typed(deed.fields().apply(frame), typed);
        Map<String, Object> body = deed.changing().onlyChanges()
                ? form.changes(
                        deed.prefilled().apply(standing(held, asker, frame)),
                        deed.changing().whole())
                : form.body();
        String project = "/projects/" + held.part().text();
        return switch (forms.send(asker, frame, project + deed.command(), form, body)) {
            case Recorded recorded -> forms.done(project, recorded, deed.words().done());
            case Refused refused ->
                page(
                        deed,
                        frame,
                        held,
                        forms.refused(form, refused, deed.places(), frame),
                        HttpStatus.valueOf(refused.status()));
        };
    }

    private static Deed deed(HttpServletRequest request) {
        return Deeds.at(Objects.toString(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)));
    }

    private Standing standing(Held<ProjectCode> held, Asker asker, Frame frame) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), RecordedEvent.OFFICE);
        return new Standing(desk.shown(held.project(), asker), today, frame.language());
    }

    private static ModelAndView page(Deed deed, Frame frame, Held<ProjectCode> held, Form form, HttpStatus status) {
        DeedPage page = new DeedPage(
                frame,
                held.head(frame),
                form,
                deed.page().replace("{code}", held.part().text()),
                frame.say(deed.words().title()),
                frame.say(deed.words().lead()),
                frame.say(deed.words().send()));
        return new ModelAndView("deeds", Map.of("page", page), status);
    }
}
