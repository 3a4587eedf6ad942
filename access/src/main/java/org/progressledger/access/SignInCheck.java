package org.progressledger.access;

import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Checks a name and password: first whether the caller has to wait, then what is remembered, then the hash. */
final class SignInCheck implements AuthenticationProvider {

    /** The password is right, but the account may not sign in; to the caller the same as a wrong one. */
    private static final class AccountDisabled extends BadCredentialsException {
        AccountDisabled() {
            super("The account is disabled");
        }
    }

    private static final int LOCKS = 64;

    private final Accounts accounts;
    private final Passwords passwords;
    private final VerifiedCredentials verified;
    private final FailedSignIns failed;
    private final SecurityEvents events;
    private final KeyedHash keyed = new KeyedHash();
    private final Object[] locks = new Object[LOCKS];

    SignInCheck(
            Accounts accounts,
            Passwords passwords,
            AccessSettings settings,
            SecurityEvents events,
            LongSupplier nanoTime) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.events = events;
        this.verified = new VerifiedCredentials(settings.verifiedFor(), settings.verifiedAtMost(), nanoTime);
        this.failed = new FailedSignIns(settings, nanoTime);
        for (int i = 0; i < LOCKS; i++) {
            locks[i] = new Object();
        }
        accounts.whenChanged((username, change) -> verified.forget(username));
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String username = asked.getName();
        Object credentials = asked.getCredentials();
        String password = credentials == null ? "" : credentials.toString();
        String address = asked.getDetails() instanceof WebAuthenticationDetails details ? address(details) : "-";
        try {
            return SignedIn.as(check(username, password, address).asker());
        } catch (TooManyFailedSignIns | BadCredentialsException refused) {
            events.signInRefused(reason(refused), username, address);
            throw refused;
        } catch (RuntimeException unavailable) {
            throw new AuthenticationServiceException("The accounts cannot be read", unavailable);
        }
    }

    /** For the log alone: the caller is not told which of these it was. */
    private static String reason(AuthenticationException refused) {
        return switch (refused) {
            case TooManyFailedSignIns tooMany -> CommonReason.TOO_MANY_ATTEMPTS.name();
            case AccountDisabled disabled -> "ACCOUNT_DISABLED";
            default -> "BAD_CREDENTIALS";
        };
    }

    private static String address(WebAuthenticationDetails details) {
        @Nullable String address = details.getRemoteAddress();
        return address == null ? "-" : address;
    }

    private Account check(String username, String password, String address) {
        // the wait comes before the memory, or a right guess could be told from a wrong one while waiting
        mayTry(username, address);
        String pair = keyed.of(username, password);
        Optional<Account> remembered = verified.find(pair, accounts::find);
        if (remembered.isPresent()) {
            return remembered.get();
        }
        // one at a time for a name and address, so that guesses sent together are counted one by one, and
        // a client's first requests cost one hash
        synchronized (lockOf(username, address)) {
            mayTry(username, address);
            return verified.find(pair, accounts::find).orElseGet(() -> hashed(username, password, address, pair));
        }
    }

    private Account hashed(String username, String password, String address, String pair) {
        Optional<Account> account = accounts.find(username);
        if (!passwords.matches(password, account)) {
            failed.add(username, address);
            throw new BadCredentialsException("Name and password do not match an account");
        }
        if (!account.map(Account::enabled).orElse(false)) {
            failed.add(username, address);
            throw new AccountDisabled();
        }
        verified.remember(pair, account.get());
        return account.get();
    }

    /**
     * Asks for the password once more of somebody who has signed in; a wrong one counts as a failed sign-in.
     *
     * @throws ProblemException CURRENT_PASSWORD_WRONG
     * @throws TooManyFailedSignIns when the caller has to wait
     */
    void confirm(String username, String password, String address) {
        synchronized (lockOf(username, address)) {
            mayTry(username, address);
            if (!passwords.matches(password, accounts.find(username))) {
                failed.add(username, address);
                events.signInRefused(AccessReason.CURRENT_PASSWORD_WRONG.name(), username, address);
                throw new ProblemException(AccessReason.CURRENT_PASSWORD_WRONG);
            }
        }
    }

    private Object lockOf(String username, String address) {
        return locks[Math.floorMod((username + ' ' + address).hashCode(), LOCKS)];
    }

    private void mayTry(String username, String address) {
        failed.wait(username, address).ifPresent(wait -> {
            throw new TooManyFailedSignIns(wait);
        });
    }
}
