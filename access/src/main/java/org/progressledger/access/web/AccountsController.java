package org.progressledger.access.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Account;
import org.progressledger.access.Accounts;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.access.OwnPassword;
import org.progressledger.access.Passwords;
import org.progressledger.access.Role;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Keeping accounts, for ADMIN; and one's own account, for everyone who has signed in. */
@RestController
@RequestMapping("/api/v1")
public class AccountsController {

    private static final int MOST_PREFIXES = 100;

    private final Accounts accounts;
    private final Passwords passwords;
    private final OwnPassword ownPassword;

    public AccountsController(Accounts accounts, Passwords passwords, OwnPassword ownPassword) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.ownPassword = ownPassword;
    }

    /** An account without its password. */
    public record Shown(
            String username,
            Role role,
            @Nullable String agency,
            List<String> scope,
            boolean enabled,
            Instant createdAt,
            Instant changedAt) {

        static Shown of(Account account) {
            return new Shown(
                    account.username(),
                    account.role(),
                    account.agency(),
                    account.scope(),
                    account.enabled(),
                    account.createdAt(),
                    account.changedAt());
        }
    }

    /** One page of accounts, by username. */
    public record Page(List<Shown> items, int page, int size, int total) {}

    /** An account to make; without a password one is made up. */
    public record NewAccount(
            @NotBlank String username,
            @NotNull Role role,
            @Nullable @Size(max = 200) String agency,
            @Nullable @Size(max = MOST_PREFIXES) List<@NotNull String> scope,
            @Nullable @Size(max = 200) String password) {}

    /** The account and, this once, the password that was made up for it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Made(Shown account, @Nullable String password) {}

    /** A password to set; without one, a password is made up. */
    public record PasswordToSet(@Nullable @Size(max = 200) String password) {}

    /** One's own new password, and the present one: a signed-in screen that was left alone must not be enough. */
    public record NewPassword(
            @NotBlank @Size(max = 200) String currentPassword,
            @NotBlank @Size(max = 200) String password) {}

    /** Whether the account may sign in. */
    public record Enabling(@NotNull Boolean enabled) {}

    @GetMapping("/accounts")
    Page all(
            @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size) {
        List<Account> all = accounts.all();
        List<Shown> items =
                all.stream().skip((long) page * size).limit(size).map(Shown::of).toList();
        return new Page(items, page, size, all.size());
    }

    @PostMapping("/accounts")
    ResponseEntity<Made> add(@RequestBody @Valid NewAccount asked) {
        String given = asked.password();
        String password = given == null ? passwords.generate() : given;
        Account account = accounts.add(
                asked.username(),
                asked.role(),
                asked.agency(),
                asked.scope() == null ? List.of() : asked.scope(),
                password);
        return ResponseEntity.created(URI.create("/api/v1/accounts/" + account.username()))
                .body(new Made(Shown.of(account), given == null ? password : null));
    }

    @PutMapping("/accounts/{username}/password")
    Made setPassword(@PathVariable String username, @RequestBody @Valid PasswordToSet asked) {
        String given = asked.password();
        String password = given == null ? passwords.generate() : given;
        Account account = accounts.setPassword(username, password);
        return new Made(Shown.of(account), given == null ? password : null);
    }

    @PutMapping("/accounts/{username}/enabled")
    Shown setEnabled(@PathVariable String username, @RequestBody @Valid Enabling asked) {
        return Shown.of(accounts.setEnabled(username, asked.enabled()));
    }

    @GetMapping("/me")
    Asker me(@CurrentAsker Asker asker) {
        return asker;
    }

    @PutMapping("/me/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setOwnPassword(@CurrentAsker Asker asker, @RequestBody @Valid NewPassword asked, HttpServletRequest request) {
        ownPassword.change(asker.id(), asked.currentPassword(), asked.password(), request.getRemoteAddr());
    }
}
