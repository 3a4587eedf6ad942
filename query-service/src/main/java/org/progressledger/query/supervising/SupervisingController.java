package org.progressledger.query.supervising;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectStatus;
import org.progressledger.events.ReportState;
import org.progressledger.query.asking.Points;
import org.progressledger.query.forms.Field;
import org.progressledger.query.forms.Form;
import org.progressledger.query.forms.FormDesk;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Framing;
import org.progressledger.query.frame.Page;
import org.progressledger.query.frame.ProjectPages;
import org.progressledger.query.frame.ProjectPages.Held;
import org.progressledger.query.projection.ProjectView;
import org.progressledger.query.projection.ReadModel;
import org.progressledger.query.projection.ReportViews.ReportView;
import org.progressledger.query.projection.Views.TimelineEntry;
import org.progressledger.query.sending.CommandDesk.Recorded;
import org.progressledger.query.sending.CommandDesk.Refused;
import org.progressledger.query.supervising.SupervisingPage.About;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Forms of supervisors. */
@Page
class SupervisingController {
    private static final String RETURN = "/projects/{code}/reports/{no}/return";
    private static final String WITHDRAWALS = "/projects/{code}/withdrawals";
    private static final String REASON = "reason";
    private static final Set<ProjectStatus> GOING_ON = Set.of(ProjectStatus.ACTIVE, ProjectStatus.PAUSED);

    private final ProjectPages pages;
    private final ReadModel readModel;
    private final FormDesk forms;
    private final Framing framing;

    SupervisingController(ProjectPages pages, ReadModel readModel, FormDesk forms, Framing framing) {
        this.pages = pages;
        this.readModel = readModel;
        this.forms = forms;
        this.framing = framing;
    }

    /**
     * What is known against it.
     *
     * @param why null for nothing
     * @param latest the report that can be sent back instead; null where none can, or it is the one
     */
    private record Blocked(@Nullable String why, @Nullable Integer latest) {
        static final Blocked NOT = new Blocked(null, null);
    }

    /** Which report, or which event. */
    private record Subject(
            Held<About> held,
            ProjectCode code,
            @Nullable Integer reportNo,
            @Nullable Long sequence,
            Blocked blocked) {
        String address() {
            return "/projects/" + code.text()
                    + (reportNo == null ? "/withdrawals" : "/reports/" + reportNo + "/return");
        }

        String back() {
            return "/projects/" + code.text() + (reportNo == null ? "/timeline" : "");
        }

        String done() {
            return reportNo == null ? "done.withdrawal" : "done.return";
        }

        Map<String, Object> body(Form form) {
            Map<String, Object> body = new LinkedHashMap<>(form.body());
            if (sequence != null) {
                body.put("sequence", sequence);
            }
            return body;
        }
    }

    @GetMapping(RETURN)
    ModelAndView toReturn(
            @PathVariable String code,
            @PathVariable int no,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        Frame frame = framing.around(asker, request, response);
        return fresh(report(code, no, asker, frame), frame);
    }

    @PostMapping(RETURN)
    ModelAndView returned(
            @PathVariable String code,
            @PathVariable int no,
            @RequestParam Map<String, String> typed,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        Frame frame = framing.around(asker, request, response);
        return sent(report(code, no, asker, frame), typed, asker, frame);
    }

    @GetMapping(WITHDRAWALS)
    ModelAndView toWithdraw(
            @PathVariable String code,
            @RequestParam long sequence,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        Frame frame = framing.around(asker, request, response);
        return fresh(fact(code, sequence, asker, frame), frame);
    }

    @PostMapping(WITHDRAWALS)
    ModelAndView withdrawn(
            @PathVariable String code,
            @RequestParam long sequence,
            @RequestParam Map<String, String> typed,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        Frame frame = framing.around(asker, request, response);
        return sent(fact(code, sequence, asker, frame), typed, asker, frame);
    }

    private Subject report(String code, int no, Asker asker, Frame frame) {
        Held<About> held = pages.read(
                code,
                null,
                asker,
                valid -> reports(valid).stream()
                        .filter(report -> report.reportNo() == no)
                        .findFirst()
                        .map(report -> AboutOf.report(report, frame))
                        .orElseThrow(() -> Points.wrong("no")));
        ProjectCode valid = ProjectCode.of(held.project().projectCode());
        return new Subject(held, valid, no, null, blocked(held.project(), reports(valid), no, frame));
    }

    /** Only the latest report of a project that goes on is sent back, and only once. */
    private static Blocked blocked(ProjectView project, List<ReportView> reports, int no, Frame frame) {
        if (!GOING_ON.contains(project.status())) {
            return new Blocked(
                    frame.say(
                            "return.finished",
                            Map.of(
                                    "status",
                                    frame.say("status." + project.status().name()))),
                    null);
        }
        ReportView latest = reports.getLast();
        boolean again = latest.state() == ReportState.RETURNED;
        if (latest.reportNo() != no) {
            return new Blocked(
                    frame.say("return.notLatest", Map.of("n", no, "latest", latest.reportNo())),
                    again ? null : latest.reportNo());
        }
        return again ? new Blocked(frame.say("return.already", Map.of("n", no)), null) : Blocked.NOT;
    }

    private List<ReportView> reports(ProjectCode code) {
        return readModel.reports(code).orElse(List.of());
    }

    private Subject fact(String code, long sequence, Asker asker, Frame frame) {
        Held<About> held = pages.read(
                code,
                null,
                asker,
                valid -> timeline(valid).stream()
                        .filter(entry -> entry.sequence() == sequence)
                        .findFirst()
                        .map(entry -> AboutOf.fact(entry, frame))
                        .orElseThrow(() -> Points.wrong("sequence")));
        return new Subject(held, ProjectCode.of(held.project().projectCode()), null, sequence, Blocked.NOT);
    }

    private List<TimelineEntry> timeline(ProjectCode code) {
        return readModel.timeline(code).orElse(List.of());
    }

    private static List<Field> fields(Subject subject, Frame frame) {
        Field reason = Field.text(REASON, frame.say("reason"));
        return List.of(
                subject.reportNo() == null
                        ? reason.hinted(frame.say("withdraw.hint"))
                        : reason.hinted(frame.say("return.hint")));
    }

    private static ModelAndView fresh(Subject subject, Frame frame) {
        Form form = Form.prefilled(
                fields(subject, frame), Map.of(), subject.held().project().version());
        return page(subject, form, frame, HttpStatus.OK);
    }

    private ModelAndView sent(Subject subject, Map<String, String> typed, Asker asker, Frame frame) {
        Form form = Form.typed(fields(subject, frame), typed);
        return switch (forms.send(asker, frame, subject.address(), form, subject.body(form))) {
            case Recorded recorded -> forms.done("/projects/" + subject.code().text(), recorded, subject.done());
            case Refused refused ->
                page(
                        subject,
                        forms.refused(form, refused, Map.of(), frame),
                        frame,
                        HttpStatus.valueOf(refused.status()));
        };
    }

    private static SupervisingPage.@Nullable Instead instead(Subject subject, Frame frame) {
        Integer latest = subject.blocked().latest();
        return latest == null
                ? null
                : new SupervisingPage.Instead(
                        "/projects/" + subject.code().text() + "/reports/" + latest + "/return",
                        frame.say("return.send", Map.of("n", latest)));
    }

    private static ModelAndView page(Subject subject, Form form, Frame frame, HttpStatus status) {
        boolean returning = subject.reportNo() != null;
        Map<String, Object> words = Map.of("n", Objects.requireNonNullElse(subject.reportNo(), 0));
        return new ModelAndView(
                "supervising",
                Map.of(
                        "page",
                        new SupervisingPage(
                                frame,
                                subject.held().head(frame),
                                form,
                                subject.address(),
                                subject.back(),
                                returning ? frame.say("return.title", words) : frame.say("withdraw.title"),
                                returning ? frame.say("return.lead") : frame.say("withdraw.lead"),
                                returning ? frame.say("return.send", words) : frame.say("withdraw.send"),
                                subject.held().part(),
                                // what was sent in vain is shown again, with the words of the refusal
                                form.wrongs().isEmpty() ? subject.blocked().why() : null,
                                instead(subject, frame),
                                subject.sequence())),
                status);
    }
}
