package org.progressledger.query.correction;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.progressledger.query.correction.CorrectionPage.Changed;
import org.progressledger.query.forms.Form;
import org.progressledger.query.forms.FormDesk;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Framing;
import org.progressledger.query.frame.Page;
import org.progressledger.query.frame.ProjectPages;
import org.progressledger.query.frame.ProjectPages.Held;
import org.progressledger.query.projection.ReadModel;
import org.progressledger.query.projection.ReportViews.ReportView;
import org.progressledger.query.sending.CommandDesk.Outcome;
import org.progressledger.query.sending.CommandDesk.Recorded;
import org.progressledger.query.sending.CommandDesk.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Correcting a report: first before and after, then the recording. */
@Page
class CorrectionController {
    private static final String FORM = "/projects/{code}/reports/{no}/correction";

    private final ProjectPages pages;
    private final ReadModel readModel;
    private final FormDesk forms;
    private final Framing framing;

    CorrectionController(ProjectPages pages, ReadModel readModel, FormDesk forms, Framing framing) {
        this.pages = pages;
        this.readModel = readModel;
        this.forms = forms;
        this.framing = framing;
    }

    @GetMapping(FORM)
    ModelAndView form(
            @PathVariable String code,
            @PathVariable int no,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        Frame frame = framing.around(asker, request, response);
        Held<List<ReportView>> held = held(code, asker);
        CorrectionForm correction = new CorrectionForm(report(held.part(), no), frame);
        Form form = Form.prefilled(
                correction.fields(), correction.asItStands(), held.project().version());
        return page(held, correction, form, List.of(), HttpStatus.OK);
    }

    @PostMapping(FORM)
    ModelAndView sent(
            @PathVariable String code,
            @PathVariable int no,
            @RequestParam Map<String, String> typed,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        Frame frame = framing.around(asker, request, response);
        Held<List<ReportView>> held = held(code, asker);
        CorrectionForm correction = new CorrectionForm(report(held.part(), no), frame);
        Form form = Form.typed(correction.fields(), typed);
        List<Changed> changes = correction.changed(form);
        String project = "/projects/" + held.project().projectCode();
        String command = project + "/reports/" + no + "/correction";
        // before and after are shown of what would be recorded, and of nothing else
        Outcome outcome = form.wasSeen()
                ? forms.send(asker, frame, command, form, correction.body(form))
                : forms.check(asker, frame, command + "/check", correction.body(form));
        return switch (outcome) {
            case Recorded recorded ->
                form.wasSeen()
                        ? forms.done(project, recorded, "done.correction")
                        : page(held, correction, form.looked(), changes, HttpStatus.OK);
            case Refused refused ->
                page(
                        held,
                        correction,
                        forms.refused(form, refused, CorrectionForm.PLACES, frame),
                        form.wasSeen() ? changes : List.of(),
                        HttpStatusCode.valueOf(refused.status()));
        };
    }

    private Held<List<ReportView>> held(String code, Asker asker) {
        return pages.read(code, null, asker, valid -> readModel.reports(valid).orElse(List.of()));
    }

    /** The report that counts under a number; one that was sent back is handed in again instead. */
    private static ReportView report(List<ReportView> reports, int no) {
        return reports.stream()
                .filter(report -> report.reportNo() == no)
                .findFirst()
                .orElseThrow(() -> new ProblemException(CommonReason.NOT_FOUND));
    }

    private static ModelAndView page(
            Held<List<ReportView>> held,
            CorrectionForm correction,
            Form form,
            List<Changed> changes,
            HttpStatusCode status) {
        Frame frame = correction.frame();
        ModelAndView page = new ModelAndView(
                "correction",
                Map.of(
                        "page",
                        new CorrectionPage(
                                frame,
                                held.head(frame),
                                form,
                                correction.report().reportNo(),
                                Figures.day(correction.report().reportedOn(), frame.language()),
                                changes,
                                !changes.isEmpty())));
        page.setStatus(status);
        return page;
    }
}
