package org.progressledger.query.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.access.Elsewhere;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Framing;
import org.progressledger.query.frame.Page;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The form; what is sent is looked at by the security chain, which leads back here when it refuses. */
@Page
class SignInController {
    private final Framing framing;
    private final @Nullable Elsewhere elsewhere;

    SignInController(Framing framing, ObjectProvider<Elsewhere> elsewhere) {
        this.framing = framing;
        this.elsewhere = elsewhere.getIfAvailable();
    }

    @GetMapping("/sign-in")
    ModelAndView form(
            @RequestParam(required = false) @Nullable String refused,
            @RequestParam(required = false) @Nullable String seconds,
            @RequestParam(required = false) @Nullable String out,
            @RequestParam(required = false) @Nullable String changed,
            @RequestParam(required = false) @Nullable String everywhere,
            @RequestParam(defaultValue = "/") String next,
            @CurrentAsker @Nullable Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        Frame frame = framing.bare(asker, request, response);
        SignInPage page = new SignInPage(
                frame,
                why(frame, refused, seconds),
                said(frame, out, changed, everywhere),
                next,
                elsewhere == null ? null : elsewhere.name(),
                elsewhere == null ? null : elsewhere.path(next));
        return new ModelAndView(
                "signin", Map.of("page", page), refused == null ? HttpStatus.OK : HttpStatus.UNAUTHORIZED);
    }

    private static @Nullable String why(Frame frame, @Nullable String refused, @Nullable String seconds) {
        return switch (refused) {
            case null -> null;
            case "wait" ->
                frame.say(
                        "signin.wait",
                        Map.of("seconds", seconds != null && seconds.matches("[0-9]{1,5}") ? seconds : "60"));
            case "unavailable" -> frame.say("signin.unavailable");
            case "elsewhere" -> frame.say("signin.elsewhere");
            default -> frame.say("signin.wrong");
        };
    }

    private static @Nullable String said(
            Frame frame, @Nullable String out, @Nullable String changed, @Nullable String everywhere) {
        if (changed != null) {
            return frame.say("signin.changed");
        }
        if (everywhere != null) {
            return frame.say("signin.everywhere");
        }
        return out == null ? null : frame.say("signin.out");
    }
}
