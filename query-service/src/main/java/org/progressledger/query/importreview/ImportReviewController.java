package org.progressledger.query.importreview;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.events.ProjectCode;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Framing;
import org.progressledger.query.frame.Page;
import org.progressledger.query.importreview.Draft.Report;
import org.progressledger.query.importreview.ReviewPage.Trouble;
import org.progressledger.query.importreview.ReviewPage.Wrong;
import org.progressledger.query.projection.ReadModel;
import org.progressledger.query.sending.CommandDesk;
import org.progressledger.query.sending.CommandDesk.Recorded;
import org.progressledger.query.sending.CommandDesk.Refused;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** ตรวจก่อนนำเข้า: a person compares, decides and confirms. */
@Page
class ImportReviewController {
    private final CommandDesk commands;
    private final Framing framing;
    private final JsonMapper json;
    private final ReadModel readModel;

    ImportReviewController(CommandDesk commands, Framing framing, JsonMapper json, ReadModel readModel) {
        this.commands = commands;
        this.readModel = readModel;
        this.framing = framing;
        this.json = json;
    }

    @GetMapping("/import/{id}")
    ModelAndView review(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable List<String> choice,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        Frame frame = framing.around(asker, request, response);
        Map<String, String> choices = new TreeMap<>();
        for (String each : choice == null ? List.<String>of() : choice) {
            int colon = each.indexOf(':');
            if (colon > 0) {
                choices.put(each.substring(0, colon), each.substring(colon + 1));
            }
        }
        Answered nothing = Answered.nothing(choices);
        return page(shown(draft(id, choices, asker, frame), nothing, frame).page(null), HttpStatus.OK);
    }

    @PostMapping("/import/{id}")
    ModelAndView confirm(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        Frame frame = framing.around(asker, request, response);
        Answered answered = Answered.of(form);
        Draft draft = draft(id, answered.choices(), asker, frame);
        ReviewShown shown = shown(draft, answered, frame);
        if ("look".equals(form.getFirst("do"))) {
            return page(shown.page(null), HttpStatus.OK);
        }
        if (!answered.hasSeenAsChosen()) {
            return page(
                    shown.page(new Trouble(frame.say("importreview.readAsChosen"), "", true, List.of())),
                    HttpStatus.UNPROCESSABLE_ENTITY);
        }
        if (!answered.compared()) {
            Wrong notCompared = new Wrong("#compared", frame.say("importreview.pleaseCompare"));
            return page(
                    shown.page(new Trouble(frame.say("importreview.notRecorded"), "", false, List.of(notCompared))),
                    HttpStatus.UNPROCESSABLE_ENTITY);
        }
        return switch (commands.post(
                asker,
                frame.language(),
                "/imports/" + encoded(id) + "/confirmation",
                answered.confirmation(draft),
                answered.key().isEmpty() ? null : answered.key(),
                answered.version() == null
                        ? Map.of()
                        : Map.of(HttpHeaders.IF_MATCH, "\"" + answered.version() + "\""))) {
            case Recorded recorded -> recorded(id, recorded.body());
            case Refused refused -> page(shown.page(shown.trouble(refused)), HttpStatus.valueOf(refused.status()));
        };
    }

    private static ModelAndView recorded(String id, JsonNode body) {
        RedirectView view = new RedirectView("/import/" + encoded(id) + "/recorded?project="
                + encoded(body.path("projectCode").asString(""))
                + "&first=" + body.path("events").path(0).path("position").asLong()
                + "&atLeast=" + body.path("ledgerPosition").asLong());
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return new ModelAndView(view);
    }

    private ReviewShown shown(Draft draft, Answered answered, Frame frame) {
        List<Report> reports = json.convertValue(draft.form().path("reports"), new TypeReference<List<Report>>() {});
        return new ReviewShown(draft, reports, answered, confirmed(draft), frame);
    }

    /** Whoever is shown the draft may see the project. */
    private @Nullable Confirmed confirmed(Draft draft) {
        return draft.recorded() == null
                ? null
                : readModel
                        .timeline(ProjectCode.of(draft.projectCode()))
                        .flatMap(timeline -> Confirmed.of(draft.sha256(), timeline))
                        .orElse(null);
    }

    private Draft draft(String id, Map<String, String> choices, Asker asker, Frame frame) {
        String asChosen = choices.entrySet().stream()
                .map(choice -> "choice=" + encoded(choice.getKey() + ":" + choice.getValue()))
                .collect(Collectors.joining("&"));
        JsonNode body = commands.get(
                        asker, frame.language(), "/imports/" + encoded(id) + (asChosen.isEmpty() ? "" : "?" + asChosen))
                .orThrow()
                .body();
        return json.treeToValue(body, Draft.class);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static ModelAndView page(ReviewPage page, HttpStatus status) {
        return new ModelAndView("importreview", Map.of("page", page), status);
    }
}
