package org.progressledger.query.reportform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.ledger.sealing.SealedHead;
import org.progressledger.ledger.sealing.SealedLog;
import org.progressledger.query.asking.ProjectDesk;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Framing;
import org.progressledger.query.frame.Page;
import org.progressledger.query.frame.ProjectPages;
import org.progressledger.query.frame.ProjectPages.Held;
import org.progressledger.query.projection.ProjectView;
import org.progressledger.query.projection.ReadModel;
import org.progressledger.query.projection.ReportViews.ReportView;
import org.progressledger.query.reportform.FormPage.Signed;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The official form of a project, to be read and printed. */
@Page
class FormPageController {
    private final ProjectPages pages;
    private final ProjectDesk desk;
    private final ReadModel readModel;
    private final SealedLog sealedLog;
    private final Framing framing;

    FormPageController(
            ProjectPages pages, ProjectDesk desk, ReadModel readModel, SealedLog sealedLog, Framing framing) {
        this.pages = pages;
        this.desk = desk;
        this.readModel = readModel;
        this.sealedLog = sealedLog;
        this.framing = framing;
    }

    @GetMapping("/projects/{code}/form")
    ModelAndView form(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Long atLeast,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        Frame frame = framing.around(asker, request, response);
        Held<List<ReportView>> held = pages.read(
                code, atLeast, asker, valid -> readModel.reports(valid).orElse(List.of()));
        ProjectView shown = desk.shown(held.project(), asker);
        return new ModelAndView(
                "reportform",
                Map.of(
                        "page",
                        new FormTelling(shown, held.part(), frame)
                                .page(held.head(frame), signed(shown.ledgerPosition(), frame))));
    }

    /** The latest checkpoint, where it holds the project's last event. */
    private @Nullable Signed signed(long position, Frame frame) {
        return sealedLog
                .head()
                .flatMap(SealedHead::latest)
                .filter(latest -> latest.checkpoint().size() > position)
                .map(latest -> new Signed(
                        Figures.count(latest.checkpoint().size()),
                        Figures.moment(latest.sealedAt(), frame.language()),
                        latest.note()))
                .orElse(null);
    }
}
