package org.progressledger.query.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Account;
import org.progressledger.access.Accounts;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.access.OwnSessions;
import org.progressledger.access.Role;
import org.progressledger.query.accounts.AccountsPage.Choice;
import org.progressledger.query.accounts.AccountsPage.Made;
import org.progressledger.query.accounts.AccountsPage.Row;
import org.progressledger.query.accounts.AccountsPage.Typed;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Framing;
import org.progressledger.query.frame.Page;
import org.progressledger.query.sending.CommandDesk;
import org.progressledger.query.sending.CommandDesk.Outcome;
import org.progressledger.query.sending.CommandDesk.Recorded;
import org.progressledger.query.sending.CommandDesk.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Making accounts, setting a new password, disabling and enabling. The command service does it, and notes each change as a
 * security event.
 */
@Page
class AccountsController {
    private final Framing framing;
    private final Accounts accounts;
    private final OwnSessions sessions;
    private final CommandDesk commands;

    AccountsController(Framing framing, Accounts accounts, OwnSessions sessions, CommandDesk commands) {
        this.framing = framing;
        this.accounts = accounts;
        this.sessions = sessions;
        this.commands = commands;
    }

    @GetMapping("/accounts")
    ModelAndView accounts(
            @RequestParam(required = false) @Nullable String done,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        Frame frame = framing.bare(asker, request, response);
        String said = switch (done) {
            case "enabled" -> frame.say("accounts.enabled");
            case "disabled" -> frame.say("accounts.disabled");
            case null, default -> null;
        };
        return shown(frame, asker, Typed.NOTHING, "", null, said, null);
    }

    @PostMapping("/accounts")
    ModelAndView make(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(defaultValue = "") String prefixes,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        Frame frame = framing.bare(asker, request, response);
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("username", username.strip());
        asked.put("role", role);
        if (!agency.isBlank()) {
            asked.put("agency", agency.strip());
        }
        List<String> scope = Arrays.stream(prefixes.split("[\\s,]+"))
                .filter(prefix -> !prefix.isEmpty())
                .toList();
        if (!scope.isEmpty()) {
            asked.put("scope", scope);
        }
        Outcome outcome = commands.post(asker, frame.language(), "/accounts", asked, null);
        return switch (outcome) {
            case Recorded recorded ->
                shown(frame, asker, Typed.NOTHING, "", made(username.strip(), recorded), null, null);
            case Refused refused ->
                shown(frame, asker, new Typed(username, agency, prefixes), role, null, null, refused);
        };
    }

    @PostMapping("/accounts/{username}/password")
    ModelAndView newPassword(
            @PathVariable String username,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        Frame frame = framing.bare(asker, request, response);
        Outcome outcome = commands.put(asker, frame.language(), "/accounts/" + safe(username) + "/password", Map.of());
        return switch (outcome) {
            case Recorded recorded -> shown(frame, asker, Typed.NOTHING, "", made(username, recorded), null, null);
            case Refused refused -> shown(frame, asker, Typed.NOTHING, "", null, null, refused);
        };
    }

    @PostMapping("/accounts/{username}/enabled")
    ModelAndView enable(
            @PathVariable String username,
            @RequestParam boolean enabled,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        Frame frame = framing.bare(asker, request, response);
        Outcome outcome = commands.put(
                asker, frame.language(), "/accounts/" + safe(username) + "/enabled", Map.of("enabled", enabled));
        return switch (outcome) {
            case Recorded recorded -> new ModelAndView("redirect:/accounts?done=" + (enabled ? "enabled" : "disabled"));
            case Refused refused -> shown(frame, asker, Typed.NOTHING, "", null, null, refused);
        };
    }

    /** What can be no username names no account; it is not put into an address. */
    private static String safe(String username) {
        return username.matches("[A-Za-z0-9._-]{1,40}") ? username : "-";
    }

    /** Shown this once; nobody can read it later. */
    private static Made made(String username, Recorded recorded) {
        return new Made(username, recorded.body().path("password").asString(""));
    }

    private ModelAndView shown(
            Frame frame,
            Asker asker,
            Typed typed,
            String role,
            @Nullable Made made,
            @Nullable String done,
            @Nullable Refused refused) {
        AccountsPage page = new AccountsPage(
                frame,
                accounts.all().stream()
                        .map(account -> row(account, asker, frame))
                        .toList(),
                Arrays.stream(Role.values())
                        .map(each -> new Choice(
                                each.name(), roleName(each, frame), each.name().equals(role)))
                        .toList(),
                typed,
                made,
                done,
                refused == null ? null : refused.detail());
        return new ModelAndView(
                "accounts", Map.of("page", page), HttpStatus.valueOf(refused == null ? 200 : refused.status()));
    }

    private Row row(Account account, Asker asker, Frame frame) {
        return new Row(
                account.username(),
                roleName(account.role(), frame),
                account.agency(),
                String.join(", ", account.scope()),
                account.enabled(),
                Figures.moment(account.createdAt(), frame.language()),
                Figures.moment(account.changedAt(), frame.language()),
                sessions.count(account.asker()),
                account.username().equals(asker.id()));
    }

    private static String roleName(Role role, Frame frame) {
        return frame.texts()
                .find(frame.language(), "role." + role.name(), Map.of())
                .orElse(role.name());
    }
}
