package org.progressledger.query.appeals;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.query.appeals.AppealForm.Kind;
import org.progressledger.query.appeals.AppealPages.Read;
import org.progressledger.query.forms.Form;
import org.progressledger.query.forms.FormDesk;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Framing;
import org.progressledger.query.frame.Page;
import org.progressledger.query.frame.ProjectPages.Held;
import org.progressledger.query.sending.CommandDesk.Recorded;
import org.progressledger.query.sending.CommandDesk.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is recorded of an appeal on its page: a finding, a decision, a taking back. The command service decides. */
@Page
class AppealFormController {
    private static final String AT = "/projects/{code}/appeals/{round}/";

    private final AppealPages pages;
    private final FormDesk forms;
    private final Framing framing;

    AppealFormController(AppealPages pages, FormDesk forms, Framing framing) {
        this.pages = pages;
        this.forms = forms;
        this.framing = framing;
    }

    /** Where a form is, and who fills it in. */
    private record Desk(
            Kind kind, String code, int round, Asker asker, HttpServletRequest request, HttpServletResponse response) {}

    @GetMapping(AT + "review")
    ModelAndView reviewForm(
            @PathVariable String code,
            @PathVariable int round,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        return form(new Desk(Kind.REVIEW, code, round, asker, request, response));
    }

    @GetMapping(AT + "decision")
    ModelAndView decisionForm(
            @PathVariable String code,
            @PathVariable int round,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        return form(new Desk(Kind.DECISION, code, round, asker, request, response));
    }

    @GetMapping(AT + "withdrawal")
    ModelAndView withdrawalForm(
            @PathVariable String code,
            @PathVariable int round,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        return form(new Desk(Kind.WITHDRAWAL, code, round, asker, request, response));
    }

    @PostMapping(AT + "review")
    ModelAndView review(
            @PathVariable String code,
            @PathVariable int round,
            @RequestParam Map<String, String> typed,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        return send(new Desk(Kind.REVIEW, code, round, asker, request, response), typed);
    }

    @PostMapping(AT + "decision")
    ModelAndView decide(
            @PathVariable String code,
            @PathVariable int round,
            @RequestParam Map<String, String> typed,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        return send(new Desk(Kind.DECISION, code, round, asker, request, response), typed);
    }

    @PostMapping(AT + "withdrawal")
    ModelAndView withdraw(
            @PathVariable String code,
            @PathVariable int round,
            @RequestParam Map<String, String> typed,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        return send(new Desk(Kind.WITHDRAWAL, code, round, asker, request, response), typed);
    }

    private ModelAndView form(Desk desk) {
        Frame frame = framing.around(desk.asker(), desk.request(), desk.response());
        Held<Read> held = pages.read(desk.code(), desk.round(), null, desk.asker());
        return shown(desk, held, AppealPages.blank(desk.kind(), held, frame), HttpStatus.OK, frame);
    }

    private ModelAndView shown(Desk desk, Held<Read> held, @Nullable AppealForm form, HttpStatus status, Frame frame) {
        return new ModelAndView(
                "appeal", Map.of("page", pages.page(held, desk.round(), null, form, desk.asker(), frame)), status);
    }

    private ModelAndView send(Desk desk, Map<String, String> sent) {
        Frame frame = framing.around(desk.asker(), desk.request(), desk.response());
        Held<Read> held = pages.read(desk.code(), desk.round(), null, desk.asker());
        Form form = Form.typed(desk.kind().fields(held.project(), frame), sent);
        String appeal = "/projects/" + held.project().projectCode() + "/appeals/" + desk.round();
        return switch (forms.send(
                desk.asker(), frame, appeal + "/" + desk.kind().path(), form)) {
            case Recorded recorded ->
                forms.done(appeal, recorded, "done." + desk.kind().path());
            case Refused refused -> {
                // others may have recorded something since the page was read
                Held<Read> now = pages.read(desk.code(), desk.round(), null, desk.asker());
                Form told = forms.refused(form, refused, desk.kind().places(), frame)
                        .explained(sequence -> AppealPages.words(now, sequence, frame));
                yield shown(desk, now, new AppealForm(desk.kind(), told), HttpStatus.valueOf(refused.status()), frame);
            }
        };
    }
}
