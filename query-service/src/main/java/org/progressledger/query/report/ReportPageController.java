package org.progressledger.query.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.RecordedEvent;
import org.progressledger.projectledger.ProjectArchive;
import org.progressledger.query.forms.Drafts;
import org.progressledger.query.forms.Drafts.Draft;
import org.progressledger.query.forms.Form;
import org.progressledger.query.forms.FormDesk;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Framing;
import org.progressledger.query.frame.Page;
import org.progressledger.query.frame.ProjectPages;
import org.progressledger.query.projection.FlagView;
import org.progressledger.query.projection.ReadModel;
import org.progressledger.query.report.ReportPage.Kept;
import org.progressledger.query.sending.CommandDesk.Outcome;
import org.progressledger.query.sending.CommandDesk.Recorded;
import org.progressledger.query.sending.CommandDesk.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Reporting progress by a form. */
@Page
class ReportPageController {
    private static final String SCRIPT = "HX-Request";

    private final ProjectPages pages;
    private final ReadModel readModel;
    private final ProjectArchive archive;
    private final FormDesk forms;
    private final FlagsAhead flags;
    private final Drafts drafts;
    private final Framing framing;
    private final InstantSource clock;

    ReportPageController(
            ProjectPages pages,
            ReadModel readModel,
            ProjectArchive archive,
            FormDesk forms,
            FlagsAhead flags,
            Drafts drafts,
            Framing framing,
            InstantSource clock) {
        this.pages = pages;
        this.readModel = readModel;
        this.archive = archive;
        this.forms = forms;
        this.flags = flags;
        this.drafts = drafts;
        this.framing = framing;
        this.clock = clock;
    }

    @GetMapping("/projects/{code}/report")
    ModelAndView form(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Long atLeast,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        ReportTelling telling = telling(code, atLeast, asker, request, response);
        Form begun = telling.begun(today());
        Optional<Draft> draft = drafts.find(asker, about(code));
        // with the version that its writer saw: what others recorded since is told before it is sent
        Form form = draft.map(kept -> begun.restored(kept)).orElse(begun);
        return page(
                telling.page(
                        form,
                        null,
                        draft.map(kept -> new Kept(
                                        Figures.moment(
                                                kept.savedAt(), telling.frame().language()),
                                        true))
                                .orElse(null)),
                HttpStatus.OK);
    }

    @PostMapping("/projects/{code}/report/check")
    ModelAndView check(
            @PathVariable String code,
            @RequestParam Map<String, String> typed,
            @RequestHeader(name = SCRIPT, defaultValue = "false") boolean byScript,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        ReportTelling telling = telling(code, null, asker, request, response);
        Form form = telling.typed(typed, today());
        Outcome outcome = forms.check(asker, telling.frame(), reports(code) + "/check", form);
        ReportPage page =
                switch (outcome) {
                    case Recorded would -> {
                        List<FlagView> ahead = flags.of(ReportForm.event(ProjectCode.of(code), form, would.body()), asker);
                        yield telling.page(form.looked(), ahead, null);
                    }
                    case Refused refused -> {
                        Form told = forms.refused(form, refused, ReportForm.PLACES, telling.frame());
                        yield telling.page(byScript ? told.withoutBlanks() : told, null, null);
                    }
                };
        return byScript ? new ModelAndView("report :: live", Map.of("page", page)) : page(page, HttpStatus.OK);
    }

    @PostMapping("/projects/{code}/report")
    ModelAndView sent(
            @PathVariable String code,
            @RequestParam Map<String, String> typed,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        ReportTelling telling = telling(code, null, asker, request, response);
        Form form = telling.typed(typed, today());
        // a second click finds its report recorded, and is answered as the first
        if (!form.isSeen() && archive.commitOf(asker.id(), form.key()).isEmpty()) {
            Outcome outcome = forms.check(asker, telling.frame(), reports(code) + "/check", form);
            if (outcome instanceof Refused refused) {
                return refused(telling, form, refused);
            }
            List<FlagView> ahead = flags.of(
                    ReportForm.event(ProjectCode.of(code), form, ((Recorded) outcome).body()), asker);
            if (!ahead.isEmpty()) {
                return page(telling.page(form.looked(), ahead, null), HttpStatus.OK);
            }
        }
        return switch (forms.send(asker, telling.frame(), reports(code), form)) {
            case Recorded recorded -> {
                drafts.drop(asker, about(code));
                yield forms.done("/projects/" + code, recorded, "done.report");
            }
            case Refused refused -> refused(telling, form, refused);
        };
    }

    private ModelAndView refused(ReportTelling telling, Form form, Refused refused) {
        Form told = forms.refused(form, refused, ReportForm.PLACES, telling.frame());
        return page(telling.page(told, null, null), HttpStatusCode.valueOf(refused.status()));
    }

    @PostMapping("/projects/{code}/report/draft")
    ModelAndView draft(
            @PathVariable String code,
            @RequestParam Map<String, String> typed,
            @RequestHeader(name = SCRIPT, defaultValue = "false") boolean byScript,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        ReportTelling telling = telling(code, null, asker, request, response);
        String form = "/projects/" + code + "/report";
        if (typed.containsKey("drop")) {
            drafts.drop(asker, about(code));
            return forms.to(form);
        }
        Form kept = telling.typed(typed, today());
        Optional<Instant> at = drafts.keep(asker, about(code), kept);
        Kept draft = new Kept(
                at.map(instant -> Figures.moment(instant, telling.frame().language()))
                        .orElse(null),
                false);
        ReportPage page = telling.page(kept, null, draft);
        return byScript ? new ModelAndView("report :: kept", Map.of("page", page)) : page(page, HttpStatus.OK);
    }

    private ReportTelling telling(
            String code,
            @Nullable Long atLeast,
            Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        Frame frame = framing.around(asker, request, response);
        return ReportTelling.of(
                pages.read(
                        code,
                        atLeast,
                        asker,
                        valid -> readModel.reports(valid).orElse(List.of())),
                frame);
    }

    private static ModelAndView page(ReportPage page, HttpStatusCode status) {
        ModelAndView answer = new ModelAndView("report", Map.of("page", page));
        answer.setStatus(status);
        return answer;
    }

    private static String reports(String code) {
        return "/projects/" + code + "/reports";
    }

    private static String about(String code) {
        return "report/" + code;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), RecordedEvent.OFFICE);
    }
}
