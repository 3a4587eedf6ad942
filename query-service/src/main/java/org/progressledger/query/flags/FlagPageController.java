package org.progressledger.query.flags;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.access.Role;
import org.progressledger.events.AuditFlag;
import org.progressledger.problems.ProblemException;
import org.progressledger.query.flags.FlagPage.Said;
import org.progressledger.query.flags.FlagPage.Shown;
import org.progressledger.query.forms.Field;
import org.progressledger.query.forms.Form;
import org.progressledger.query.forms.FormDesk;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Framing;
import org.progressledger.query.frame.Page;
import org.progressledger.query.frame.Paper;
import org.progressledger.query.frame.ProjectPages;
import org.progressledger.query.frame.ProjectPages.Held;
import org.progressledger.query.projection.FlagView;
import org.progressledger.query.projection.QueryReason;
import org.progressledger.query.projection.ReadModel;
import org.progressledger.query.projection.Views.TimelineEntry;
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

/** One hit of an audit flag, for people, and its acknowledgement by an auditor. */
@Page
class FlagPageController {
    private static final String ACKNOWLEDGED = "acknowledged";

    private final ProjectPages pages;
    private final ReadModel readModel;
    private final Framing framing;
    private final FlagSettings settings;
    private final FormDesk forms;

    FlagPageController(
            ProjectPages pages, ReadModel readModel, Framing framing, FlagSettings settings, FormDesk forms) {
        this.pages = pages;
        this.readModel = readModel;
        this.framing = framing;
        this.settings = settings;
        this.forms = forms;
    }

    @GetMapping("/projects/{code}/flags/{id}")
    ModelAndView flag(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Long atLeast,
            @RequestParam(defaultValue = "") String done,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        Frame frame = framing.around(asker, request, response);
        Looked looked = look(code, id, atLeast, asker, frame);
        Form form =
                Form.prefilled(fields(frame), Map.of(), looked.held().project().version());
        return shown(looked, form, done.equals(ACKNOWLEDGED), HttpStatus.OK);
    }

    @PostMapping("/projects/{code}/flags/{id}")
    ModelAndView acknowledge(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam Map<String, String> typed,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        Frame frame = framing.around(asker, request, response);
        Looked looked = look(code, id, null, asker, frame);
        Form form = Form.typed(fields(frame), typed);
        Map<String, Object> body = new LinkedHashMap<>(form.body());
        body.put("flag", looked.flag().name());
        String command = "/projects/" + code + "/flags/" + id + "/acknowledgement";
        return switch (forms.send(asker, frame, command, form, body)) {
            case Recorded recorded -> seeOther(code, id, recorded.position());
            case Refused refused -> {
                // others may have recorded something since the page was read
                Looked now = look(code, id, null, asker, frame);
                Form told = forms.refused(form, refused, Map.of(), frame).explained(now::words);
                yield shown(now, told, false, HttpStatus.valueOf(refused.status()));
            }
        };
    }

    private static List<Field> fields(Frame frame) {
        return List.of(Field.text("reason", frame.say("flag.reason")).hinted(frame.say("flag.help")));
    }

    private static ModelAndView seeOther(String code, String id, long position) {
        RedirectView shown = new RedirectView(UriComponentsBuilder.fromPath("/projects/{code}/flags/{id}")
                .queryParam("done", ACKNOWLEDGED)
                .queryParam("atLeast", position)
                .buildAndExpand(code, id)
                .encode()
                .toUriString());
        shown.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(shown);
    }

    /** What is there of a hit. */
    private record Looked(
            Held<List<TimelineEntry>> held,
            String id,
            AuditFlag flag,
            @Nullable FlagView hit,
            Asker asker,
            Frame frame) {

        List<Shown> events(Predicate<TimelineEntry> which) {
            return held.part().stream().filter(which).map(this::shown).toList();
        }

        /** What an event says; null while it is not known here. */
        @Nullable
        String words(long sequence) {
            return held.part().stream()
                    .filter(entry -> entry.sequence() == sequence)
                    .findFirst()
                    .map(entry ->
                            frame.say(entry.summary().th(), entry.summary().en()))
                    .orElse(null);
        }

        private Shown shown(TimelineEntry entry) {
            return new Shown(
                    Figures.count(entry.position()),
                    Figures.day(entry.happenedOn(), frame.language()),
                    Figures.moment(entry.recordedAt(), frame.language()),
                    entry.actor().id(),
                    frame.say(entry.summary().th(), entry.summary().en()),
                    Paper.of(entry.source()));
        }

        List<Said> history() {
            return held.project().acknowledgements().stream()
                    .filter(each -> each.flagId().equals(id))
                    .map(each -> new Said(
                            Figures.count(each.event().position()),
                            Figures.moment(each.event().recordedAt(), frame.language()),
                            each.event().actor().id(),
                            each.reason()))
                    .toList();
        }
    }

    /** @throws ProblemException FLAG_NOT_FOUND if no rule finds it and nobody acknowledged it */
    private Looked look(String code, String id, @Nullable Long atLeast, Asker asker, Frame frame) {
        Held<List<TimelineEntry>> held = pages.read(
                code, atLeast, asker, valid -> readModel.timeline(valid).orElse(List.of()));
        FlagView hit = held.flags().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElse(null);
        AuditFlag flag = hit == null ? AuditFlag.ofId(id).orElse(null) : hit.flag();
        boolean acknowledged = held.project().acknowledgements().stream()
                .anyMatch(each -> each.flagId().equals(id));
        if (flag == null || (hit == null && !acknowledged)) {
            throw new ProblemException(QueryReason.FLAG_NOT_FOUND, Map.of("flag", id));
        }
        return new Looked(held, id, flag, hit, asker, frame);
    }

    private ModelAndView shown(Looked looked, Form form, boolean done, HttpStatus status) {
        FlagsTelling telling = new FlagsTelling(settings, looked.frame());
        FlagView hit = looked.hit();
        boolean open =
                hit != null && hit.acknowledged() == null && looked.asker().role() == Role.AUDITOR;
        FlagPage page = new FlagPage(
                looked.frame(),
                looked.held().head(looked.frame()),
                looked.id(),
                looked.flag().name(),
                telling.name(looked.flag()),
                telling.meaning(looked.flag()),
                hit == null ? null : hit.ruleVersion(),
                hit == null ? null : telling.found(hit),
                hit == null
                        ? List.of()
                        : looked.events(entry -> hit.evidence().positions().contains(entry.position())),
                looked.history(),
                done,
                // what was sent in vain is shown again, whatever it is about by now
                open || !form.wrongs().isEmpty() ? form : null);
        return new ModelAndView("flagpage", Map.of("page", page), status);
    }
}
