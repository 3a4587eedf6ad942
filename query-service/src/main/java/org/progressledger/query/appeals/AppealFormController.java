package org.progressledger.query.appeals;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.problems.ProblemException;
import org.progressledger.query.appeals.AppealForm.Kind;
import org.progressledger.query.appeals.AppealForm.Since;
import org.progressledger.query.appeals.AppealPages.Read;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Framing;
import org.progressledger.query.frame.Page;
import org.progressledger.query.frame.ProjectPages.Held;
import org.progressledger.query.frame.TypedDate;
import org.progressledger.query.sending.CommandDesk;
import org.progressledger.query.sending.CommandDesk.Recorded;
import org.progressledger.query.sending.CommandDesk.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;

/** What is recorded of an appeal on its page: a finding, a decision, a taking back. The command service decides. */
@Page
class AppealFormController {
    private static final String AT = "/projects/{code}/appeals/{round}/";

    private final AppealPages pages;
    private final CommandDesk commands;
    private final Framing framing;

    AppealFormController(AppealPages pages, CommandDesk commands, Framing framing) {
        this.pages = pages;
        this.commands = commands;
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
        return shown(desk, held, pages.blank(desk.kind(), held), HttpStatus.OK, frame);
    }

    private ModelAndView shown(Desk desk, Held<Read> held, @Nullable AppealForm form, HttpStatus status, Frame frame) {
        return new ModelAndView(
                "appeal", Map.of("page", pages.page(held, desk.round(), null, form, desk.asker(), frame)), status);
    }

    private ModelAndView send(Desk desk, Map<String, String> sent) {
        Frame frame = framing.around(desk.asker(), desk.request(), desk.response());
        Held<Read> held = pages.read(desk.code(), desk.round(), null, desk.asker());
        Map<String, String> typed = new LinkedHashMap<>();
        desk.kind().fields().forEach(field -> typed.put(field, sent.getOrDefault(field, "")));
        Map<String, String> errors = new LinkedHashMap<>();
        Map<String, Object> body = body(typed, errors, frame);
        String key = key(sent.getOrDefault("key", ""));
        List<Since> since = AppealPages.since(
                held.part().timeline(), version(sent.getOrDefault("version", ""), held.part()), frame);
        if (!errors.isEmpty() || !since.isEmpty()) {
            String why = errors.isEmpty() ? null : frame.say("appeal.wrong");
            HttpStatus status = errors.isEmpty() ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST;
            return again(desk, held, typed, errors, why, since, key, status, frame);
        }
        String path = "/projects/" + held.project().projectCode() + "/appeals/" + desk.round();
        return switch (commands.post(
                desk.asker(), frame.language(), path + "/" + desk.kind().path(), body, key)) {
            case Recorded recorded -> seen(path, desk.kind(), recorded.position());
            case Refused refused -> {
                refused.errors().forEach(error -> errors.putIfAbsent(error.field(), error.detail()));
                yield again(
                        desk,
                        held,
                        typed,
                        errors,
                        refused.detail(),
                        since,
                        key,
                        HttpStatus.valueOf(refused.status()),
                        frame);
            }
        };
    }

    private ModelAndView again(
            Desk desk,
            Held<Read> held,
            Map<String, String> typed,
            Map<String, String> errors,
            @Nullable String refused,
            List<Since> since,
            String key,
            HttpStatus status,
            Frame frame) {
        AppealForm form = new AppealForm(
                desk.kind(),
                key,
                held.part().version(),
                typed,
                errors,
                refused,
                since,
                AppealPages.indicators(held.project()));
        return shown(desk, held, form, status, frame);
    }

    private static ModelAndView seen(String path, Kind kind, long position) {
        String url = UriComponentsBuilder.fromPath(path)
                .queryParam("atLeast", position)
                .queryParam("done", kind.path())
                .build()
                .toUriString();
        return new ModelAndView(new RedirectView(url, true, false));
    }

    /** As the command wants it: blank fields are left out, a letter has its own. */
    private static Map<String, Object> body(Map<String, String> typed, Map<String, String> errors, Frame frame) {
        Map<String, Object> body = new LinkedHashMap<>();
        Map<String, Object> letter = new LinkedHashMap<>();
        typed.forEach((field, text) -> {
            if (text.isBlank()) {
                return;
            }
            Object value = Kind.isDate(field) ? date(field, text, errors, frame) : text.strip();
            int dot = field.indexOf('.');
            if (dot < 0) {
                body.put(field, value);
            } else {
                letter.put(field.substring(dot + 1), value);
            }
        });
        if (!letter.isEmpty()) {
            body.put("letter", letter);
        }
        return body;
    }

    private static String date(String field, String text, Map<String, String> errors, Frame frame) {
        try {
            LocalDate date = TypedDate.of(field, text);
            return date == null ? "" : date.toString();
        } catch (ProblemException notADay) {
            errors.put(field, frame.say("appeal.notADay"));
            return "";
        }
    }

    /** A form without a usable key is as good as a new one. */
    private static String key(String given) {
        try {
            return UUID.fromString(given).toString();
        } catch (IllegalArgumentException notOurs) {
            return UUID.randomUUID().toString();
        }
    }

    private static long version(String given, Read read) {
        try {
            return Long.parseLong(given);
        } catch (NumberFormatException notOurs) {
            return read.version();
        }
    }
}
