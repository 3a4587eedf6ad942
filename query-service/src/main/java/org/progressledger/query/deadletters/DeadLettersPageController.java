package org.progressledger.query.deadletters;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.access.Role;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.progressledger.query.deadletters.DeadLettersPage.GivenUp;
import org.progressledger.query.deadletters.DeadLettersPage.Row;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Framing;
import org.progressledger.query.frame.Page;
import org.progressledger.query.projection.Discard;
import org.progressledger.query.projection.StandingStill;
import org.progressledger.query.projection.Standstill;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Projects that stand still, for people. */
@Page
class DeadLettersPageController {
    private static final String DONE = "redirect:/dead-letters?done=";

    private final Framing framing;
    private final StandingStill standing;
    private final DeadLetterDesk desk;

    DeadLettersPageController(Framing framing, StandingStill standing, DeadLetterDesk desk) {
        this.framing = framing;
        this.standing = standing;
        this.desk = desk;
    }

    @GetMapping("/dead-letters")
    ModelAndView deadLetters(
            @RequestParam(defaultValue = "") String done,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        Frame frame = framing.bare(asker, request, response);
        String said = switch (done) {
            case "mended" -> frame.say("standstill.mended");
            case "still" -> frame.say("standstill.still");
            case "discarded" -> frame.say("standstill.discarded");
            default -> null;
        };
        return shown(frame, asker, said, null);
    }

    @PostMapping("/dead-letters/{project}/retry")
    ModelAndView retry(@PathVariable String project) {
        Optional<Standstill> left = desk.retry(project);
        return new ModelAndView(DONE + (left.isEmpty() ? "mended" : "still"));
    }

    @PostMapping("/dead-letters/{project}/discard")
    ModelAndView discard(
            @PathVariable String project,
            @RequestParam(defaultValue = "") String reason,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            desk.discard(project, reason, asker);
            return new ModelAndView(DONE + "discarded");
        } catch (ProblemException wrong) {
            if (wrong.reason() != CommonReason.INVALID_PARAMETER) {
                throw wrong;
            }
            Frame frame = framing.bare(asker, request, response);
            ModelAndView again =
                    shown(frame, asker, null, frame.say("standstill.why", Map.of("n", DeadLetterDesk.LONGEST_REASON)));
            again.setStatus(HttpStatus.valueOf(wrong.status()));
            return again;
        }
    }

    private ModelAndView shown(Frame frame, Asker asker, @Nullable String done, @Nullable String refused) {
        DeadLettersPage page = new DeadLettersPage(
                frame,
                asker.role() == Role.ADMIN,
                DeadLetterDesk.LONGEST_REASON,
                standing.all().stream().map(each -> row(each, frame)).toList(),
                standing.discarded().stream().map(each -> givenUp(each, frame)).toList(),
                done,
                refused);
        return new ModelAndView("deadletters", Map.of("page", page));
    }

    private static Row row(Standstill standstill, Frame frame) {
        return new Row(
                standstill.project(),
                Figures.count(standstill.position()),
                standstill.events(),
                Figures.moment(standstill.since(), frame.language()),
                Figures.moment(standstill.lastTriedAt(), frame.language()),
                standstill.cause() == null ? null : standstill.cause().type(),
                standstill.cause() == null ? null : standstill.cause().at());
    }

    private static GivenUp givenUp(Discard discard, Frame frame) {
        String role = frame.texts()
                .find(frame.language(), "role." + discard.role(), Map.of())
                .orElse(discard.role());
        return new GivenUp(
                discard.project(),
                Figures.count(discard.from()),
                Figures.count(discard.to()),
                Figures.moment(discard.at(), frame.language()),
                discard.by(),
                role,
                discard.reason(),
                discard.cause() == null ? null : discard.cause().type());
    }
}
