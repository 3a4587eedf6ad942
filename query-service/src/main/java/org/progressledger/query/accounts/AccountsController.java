package org.progressledger.query.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Account;
import org.progressledger.access.Accounts;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.access.OwnSessions;
import org.progressledger.query.accounts.AccountsPage.Made;
import org.progressledger.query.accounts.AccountsPage.Row;
import org.progressledger.query.agencies.Agencies;
import org.progressledger.query.forms.Form;
import org.progressledger.query.forms.FormDesk;
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
    private final FormDesk forms;
    private final Agencies agencies;
    private final ShownOnce once;

    AccountsController(
            Framing framing,
            Accounts accounts,
            OwnSessions sessions,
            CommandDesk commands,
            FormDesk forms,
            Agencies agencies,
            ShownOnce once) {
        this.framing = framing;
        this.accounts = accounts;
        this.sessions = sessions;
        this.commands = commands;
        this.forms = forms;
        this.agencies = agencies;
        this.once = once;
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
        return shown(
                frame,
                asker,
                wanted(frame, Map.of(), List.of()),
                once.take(request).orElse(null),
                said,
                null);
    }

    @PostMapping("/accounts")
    ModelAndView make(
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "agencies", required = false) @Nullable List<String> chosen,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        Frame frame = framing.bare(asker, request, response);
        AccountForm wanted = wanted(frame, typed, chosen == null ? List.of() : chosen);
        Outcome outcome = commands.post(asker, frame.language(), "/accounts", wanted.body(), null);
        return switch (outcome) {
            case Recorded recorded -> shownOnce(wanted.form().value("username").strip(), recorded, request);
            case Refused refused ->
                refused(
                        frame,
                        asker,
                        wanted.with(forms.refused(wanted.form(), refused, AccountForm.PLACES, frame)),
                        null,
                        refused.status());
        };
    }

    private AccountForm wanted(Frame frame, Map<String, String> typed, List<String> chosen) {
        return new AccountForm(
                Form.typed(AccountForm.fields(frame), typed),
                agencies.register().all(),
                Set.copyOf(chosen));
    }

    /** The password is shown by the page to which this leads: loading that again asks for nothing again. */
    private ModelAndView shownOnce(String username, Recorded recorded, HttpServletRequest request) {
        once.keep(request, new Made(username, recorded.body().path("password").asString("")));
        return forms.to("/accounts");
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
            case Recorded recorded -> shownOnce(username, recorded, request);
            case Refused refused -> refused(frame, asker, refused);
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
            case Recorded recorded -> forms.to("/accounts?done=" + (enabled ? "enabled" : "disabled"));
            case Refused refused -> refused(frame, asker, refused);
        };
    }

    /** What can be no username names no account; it is not put into an address. */
    private static String safe(String username) {
        return username.matches("[A-Za-z0-9._-]{1,40}") ? username : "-";
    }

    private ModelAndView refused(Frame frame, Asker asker, Refused refused) {
        return refused(frame, asker, wanted(frame, Map.of(), List.of()), refused.detail(), refused.status());
    }

    private ModelAndView refused(Frame frame, Asker asker, AccountForm wanted, @Nullable String why, int status) {
        ModelAndView page = shown(frame, asker, wanted, null, null, why);
        page.setStatus(HttpStatus.valueOf(status));
        return page;
    }

    private ModelAndView shown(
            Frame frame,
            Asker asker,
            AccountForm wanted,
            @Nullable Made made,
            @Nullable String done,
            @Nullable String refused) {
        AccountsPage page = new AccountsPage(
                frame,
                accounts.all().stream()
                        .map(account -> row(account, asker, frame))
                        .toList(),
                wanted,
                made,
                done,
                refused);
        return new ModelAndView("accounts", Map.of("page", page));
    }

    private Row row(Account account, Asker asker, Frame frame) {
        return new Row(
                account.username(),
                AccountForm.roleName(account.role(), frame),
                account.agency(),
                String.join(", ", account.scope()),
                account.enabled(),
                Figures.moment(account.createdAt(), frame.language()),
                Figures.moment(account.changedAt(), frame.language()),
                sessions.count(account.asker()),
                account.username().equals(asker.id()));
    }
}
