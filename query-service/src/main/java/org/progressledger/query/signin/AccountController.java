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
import org.progressledger.query.signin.AccountPage.Wrong;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who one is here, where one is signed in, and one's own password. */
@Page
class AccountController {
    private static final String CURRENT = "current";
    private static final String CHOSEN = "chosen";
    private static final String AGAIN = "again";

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
        return page(asker, framing.bare(asker, request, response), null, HttpStatus.OK);
    }

    /** The same form again; it says at which field something is wrong. */
    private ModelAndView refused(Asker asker, String field, ProblemException why, Frame frame) {
        String words = frame.texts().detail(frame.language(), why.reason(), why.data());
        return page(asker, frame, wrong(field, words, frame), HttpStatus.valueOf(why.status()));
    }

    private ModelAndView wrong(Asker asker, String field, String words, Frame frame) {
        return page(asker, frame, wrong(field, words, frame), HttpStatus.BAD_REQUEST);
    }

    private static Wrong wrong(String field, String words, Frame frame) {
        String label = switch (field) {
            case CURRENT -> frame.say("account.current");
            case CHOSEN -> frame.say("account.chosen");
            case AGAIN -> frame.say("account.again");
            default -> "";
        };
        return new Wrong(field, label, words);
    }

    private ModelAndView page(Asker asker, Frame frame, @Nullable Wrong wrong, HttpStatus status) {
        AccountPage page = new AccountPage(
                frame,
                asker.scope(),
                sessions.count(asker),
                !asker.vouchedForElsewhere(),
                settings.passwordMinimum(),
                wrong);
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
        Frame frame = framing.bare(asker, request, response);
        if (current.isEmpty() || chosen.isEmpty()) {
            return wrong(asker, current.isEmpty() ? CURRENT : CHOSEN, frame.say("account.empty"), frame);
        }
        if (!chosen.equals(again)) {
            return wrong(asker, AGAIN, frame.say("account.differs"), frame);
        }
        try {
            password.change(asker.id(), current, chosen, request.getRemoteAddr());
        } catch (RuntimeException thrown) {
            ProblemException refused = readings.read(thrown, "POST /account/password");
            return refused(asker, fieldOf(refused), refused, frame);
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

    private static String fieldOf(ProblemException refused) {
        return switch (refused.reason().name()) {
            case "CURRENT_PASSWORD_WRONG" -> CURRENT;
            case "PASSWORD_TOO_SHORT", "PASSWORD_TOO_LONG", "PASSWORD_IS_USERNAME" -> CHOSEN;
            default -> "";
        };
    }

    private static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
