package org.progressledger.query.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.AccessSettings;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.access.OwnPassword;
import org.progressledger.access.OwnSessions;
import org.progressledger.problems.ProblemException;
import org.progressledger.problems.ProblemReadings;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Framing;
import org.progressledger.query.frame.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who one is here, where one is signed in, and one's own password. */
@Page
class AccountController {
    private final Framing framing;
    private final OwnSessions sessions;
    private final OwnPassword password;
    private final AccessSettings settings;
    private final ProblemReadings readings;

    AccountController(
            Framing framing,
            OwnSessions sessions,
            OwnPassword password,
            AccessSettings settings,
            ProblemReadings readings) {
        this.framing = framing;
        this.sessions = sessions;
        this.password = password;
        this.settings = settings;
        this.readings = readings;
    }

    @GetMapping("/account")
    ModelAndView account(@CurrentAsker Asker asker, HttpServletRequest request, HttpServletResponse response) {
        return shown(asker, null, HttpStatus.OK, request, response);
    }

    private ModelAndView shown(Asker asker, String word, HttpServletRequest request, HttpServletResponse response) {
        ModelAndView page = shown(asker, null, HttpStatus.BAD_REQUEST, request, response);
        page.addObject("wrong", word);
        return page;
    }

    private ModelAndView shown(
            Asker asker,
            @Nullable ProblemException refused,
            HttpStatus status,
            HttpServletRequest request,
            HttpServletResponse response) {
        Frame frame = framing.bare(asker, request, response);
        AccountPage page = new AccountPage(
                frame,
                asker.scope(),
                sessions.count(asker),
                !asker.vouchedForElsewhere(),
                settings.passwordMinimum(),
                refused == null ? null : frame.texts().detail(frame.language(), refused.reason(), refused.data()));
        return new ModelAndView("account", Map.of("page", page), status);
    }

    /** All sessions end with the old password, so one signs in again with the new one. */
    @PostMapping("/account/password")
    ModelAndView change(
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String chosen,
            @RequestParam(defaultValue = "") String again,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (current.isEmpty() || chosen.isEmpty()) {
            return shown(asker, "account.empty", request, response);
        }
        if (!chosen.equals(again)) {
            return shown(asker, "account.differs", request, response);
        }
        try {
            password.change(asker.id(), current, chosen, request.getRemoteAddr());
        } catch (RuntimeException thrown) {
            ProblemException refused = readings.read(thrown, "POST /account/password");
            return shown(asker, refused, HttpStatus.valueOf(refused.status()), request, response);
        }
        end(request);
        return new ModelAndView("redirect:/sign-in?changed");
    }

    @PostMapping("/account/sessions")
    ModelAndView signOutEverywhere(@CurrentAsker Asker asker, HttpServletRequest request) {
        sessions.endAll(asker);
        end(request);
        return new ModelAndView("redirect:/sign-in?everywhere");
    }

    private static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
