package org.progressledger.query.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.access.Elsewhere;
import org.progressledger.access.SessionsElsewhere;
import org.progressledger.access.SignedInElsewhere;
import org.progressledger.query.accounts.ElsewherePage.Row;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Framing;
import org.progressledger.query.frame.Page;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who signed in at the identity provider: seen here, and signed out everywhere; whether they may come again is its to say. */
@Page
class ElsewhereController {
    private final Framing framing;
    private final SessionsElsewhere sessions;
    private final ObjectProvider<Elsewhere> provider;

    ElsewhereController(Framing framing, SessionsElsewhere sessions, ObjectProvider<Elsewhere> provider) {
        this.framing = framing;
        this.sessions = sessions;
        this.provider = provider;
    }

    @GetMapping("/accounts/elsewhere")
    ModelAndView elsewhere(
            @RequestParam(defaultValue = "") String done,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        Frame frame = framing.bare(asker, request, response);
        String said = switch (done) {
            case "ended" -> frame.say("elsewhere.ended");
            case "none" -> frame.say("elsewhere.gone");
            default -> null;
        };
        Elsewhere house = provider.getIfAvailable();
        return new ModelAndView(
                "elsewhere",
                Map.of(
                        "page",
                        new ElsewherePage(
                                frame,
                                house == null ? null : house.name(),
                                sessions.all().stream()
                                        .map(one -> row(one, frame))
                                        .toList(),
                                said)));
    }

    @PostMapping("/accounts/elsewhere/sessions")
    ModelAndView end(@RequestParam(defaultValue = "") String id) {
        return new ModelAndView(
                "redirect:/accounts/elsewhere?done=" + (sessions.endAllOf(id.strip()) ? "ended" : "none"));
    }

    private static Row row(SignedInElsewhere one, Frame frame) {
        return new Row(
                one.id(),
                frame.texts()
                        .find(frame.language(), "role." + one.role(), Map.of())
                        .orElse(one.role()),
                one.agency(),
                Figures.moment(one.since(), frame.language()),
                Figures.moment(one.used(), frame.language()),
                one.sessions());
    }
}
