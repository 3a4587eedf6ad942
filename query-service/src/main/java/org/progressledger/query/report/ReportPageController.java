package org.progressledger.query.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
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
import org.progressledger.query.sending.CommandDesk.Recorded;
import org.progressledger.query.sending.CommandDesk.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Reporting progress by a form. */
@Page
class ReportPageController {
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
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String done,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        ReportTelling telling = telling(code, atLeast, month, asker, request, response);
        Form begun = telling.begun(today());
        Optional<Draft> draft = drafts.find(asker, about(telling));
        // with the version that its writer saw: what others recorded since is told before it is sent
        Form form = draft.map(kept -> begun.restored(kept)).orElse(begun);
        return page(
                        telling.page(
                                form,
                                null,
                                draft.map(kept -> new Kept(
                                                Figures.moment(
                                                        kept.savedAt(),
                                                        telling.frame().language()),
                                                true))
                                        .orElse(null)),
                        HttpStatus.OK)
                .addObject("done", FormDesk.doneWords(done, telling.frame()));
    }

    /** What would become of it, for the script that asks while somebody types. */
    @PostMapping("/projects/{code}/report/check")
    ModelAndView check(
            @PathVariable String code,
            @RequestParam Map<String, String> typed,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        ReportTelling telling = telling(code, null, month(typed), asker, request, response);
        return new ModelAndView(
                "report :: live",
                Map.of(
                        "page",
                        checked(telling, telling.typed(typed, today()), asker, true)
                                .page()));
    }

    @PostMapping("/projects/{code}/report")
    ModelAndView sent(
            @PathVariable String code,
            @RequestParam Map<String, String> typed,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        ReportTelling telling = telling(code, null, month(typed), asker, request, response);
        Form form = telling.typed(typed, today());
        return switch (typed.getOrDefault("only", "")) {
            case "check" -> page(checked(telling, form, asker, false).page(), HttpStatus.OK);
            case "keep" -> page(telling.page(form, null, kept(telling, form, asker)), HttpStatus.OK);
            default -> send(telling, form, asker);
        };
    }

    /** What the command service would say, and where it would record it, what auditors will see. */
    private record Checked(ReportPage page, HttpStatusCode status) {
        boolean needsALook() {
            return page.flags() == null || !page.flags().isEmpty();
        }
    }

    private Checked checked(ReportTelling telling, Form form, Asker asker, boolean whileTyping) {
        return switch (forms.check(asker, telling.frame(), telling.reports() + "/check", form.body())) {
            case Recorded would -> {
                List<FlagView> ahead = flags.of(ReportForm.event(telling.code(), form, would.body()), asker);
                yield new Checked(telling.page(form.looked(), ahead, null), HttpStatus.OK);
            }
            case Refused refused -> {
                Form told = forms.refused(form, refused, ReportForm.PLACES, telling.frame());
                yield new Checked(
                        telling.page(whileTyping ? told.withoutBlanks() : told, null, null),
                        HttpStatusCode.valueOf(refused.status()));
            }
        };
    }

    private ModelAndView send(ReportTelling telling, Form form, Asker asker) {
        // a second click finds its report recorded, and is answered as the first
        if (!form.wasSeen() && archive.commitOf(asker.id(), form.key()).isEmpty()) {
            Checked checked = checked(telling, form, asker, false);
            if (checked.needsALook()) {
                return page(checked.page(), checked.status());
            }
        }
        return switch (forms.send(asker, telling.frame(), telling.reports(), form)) {
            case Recorded recorded -> {
                drafts.close(asker, about(telling), form);
                yield forms.done("/projects/" + telling.code(), recorded, "done.report");
            }
            case Refused refused -> refused(telling, form, refused);
        };
    }

    private ModelAndView refused(ReportTelling telling, Form form, Refused refused) {
        Form told = forms.refused(form, refused, ReportForm.PLACES, telling.frame());
        return page(telling.page(told, null, null), HttpStatusCode.valueOf(refused.status()));
    }

    /** Keeps what is typed, for the script; or drops what was kept. */
    @PostMapping("/projects/{code}/report/draft")
    ModelAndView draft(
            @PathVariable String code,
            @RequestParam Map<String, String> typed,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        ReportTelling telling = telling(code, null, month(typed), asker, request, response);
        if (typed.containsKey("drop")) {
            drafts.close(asker, about(telling), telling.typed(typed, today()));
            return forms.done("/projects/" + telling.code() + "/report", "done.draftDropped");
        }
        Form form = telling.typed(typed, today());
        return new ModelAndView("report :: kept", Map.of("page", telling.page(form, null, kept(telling, form, asker))));
    }

    private static String month(Map<String, String> typed) {
        return typed.getOrDefault("month", "");
    }

    private Kept kept(ReportTelling telling, Form form, Asker asker) {
        return new Kept(
                drafts.keep(asker, about(telling), form)
                        .map(at -> Figures.moment(at, telling.frame().language()))
                        .orElse(null),
                false);
    }

    private ReportTelling telling(
            String code,
            @Nullable Long atLeast,
            String month,
            Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        Frame frame = framing.around(asker, request, response);
        return ReportTelling.of(
                pages.read(
                        code, atLeast, asker, valid -> readModel.reports(valid).orElse(List.of())),
                month,
                frame);
    }

    private static ModelAndView page(ReportPage page, HttpStatusCode status) {
        ModelAndView answer = new ModelAndView("report", Map.of("page", page));
        answer.setStatus(status);
        return answer;
    }

    private static String about(ReportTelling telling) {
        return "report/" + telling.code();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), RecordedEvent.OFFICE);
    }
}
