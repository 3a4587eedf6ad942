package org.progressledger.query.registration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.events.RecordedEvent;
import org.progressledger.query.forms.Form;
import org.progressledger.query.forms.FormDesk;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Framing;
import org.progressledger.query.frame.Page;
import org.progressledger.query.sending.CommandDesk.Recorded;
import org.progressledger.query.sending.CommandDesk.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** ขึ้นทะเบียนโครงการ by a form. */
@Page
class RegistrationController {
    private final FormDesk forms;
    private final Framing framing;
    private final InstantSource clock;

    RegistrationController(FormDesk forms, Framing framing, InstantSource clock) {
        this.forms = forms;
        this.framing = framing;
        this.clock = clock;
    }

    @GetMapping("/projects/new")
    ModelAndView form(@CurrentAsker Asker asker, HttpServletRequest request, HttpServletResponse response) {
        Frame frame = framing.around(asker, request, response);
        RegistrationForm registration = RegistrationForm.empty(asker, frame);
        LocalDate today = LocalDate.ofInstant(clock.instant(), RecordedEvent.OFFICE);
        return page(registration, registration.begun(today), HttpStatus.OK);
    }

    @PostMapping("/projects/new")
    ModelAndView sent(
            @RequestParam Map<String, String> typed,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        Frame frame = framing.around(asker, request, response);
        RegistrationForm registration = RegistrationForm.of(typed, asker, frame);
        Form form = registration.typed(typed);
        if (typed.containsKey("more")) {
            return page(registration, form, HttpStatus.OK);
        }
        return switch (forms.send(asker, frame, "/projects", form)) {
            case Recorded recorded ->
                forms.done("/projects/" + form.value("projectCode").strip(), recorded, "done.registration");
            case Refused refused ->
                page(
                        registration,
                        forms.refused(form, refused, RegistrationForm.PLACES, frame),
                        HttpStatus.valueOf(refused.status()));
        };
    }

    private static ModelAndView page(RegistrationForm registration, Form form, HttpStatus status) {
        return new ModelAndView(
                "registration",
                Map.of(
                        "page",
                        new RegistrationPage(
                                registration.frame(),
                                form,
                                registration.parts(),
                                registration.objectives(),
                                registration.indicators())),
                status);
    }
}
