package org.progressledger.access;

import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Checks a name and password: first whether the caller has to wait, then what is remembered, then the hash. */
final class SignInCheck implements AuthenticationProvider {

    private static final Logger security = LoggerFactory.getLogger("security");
    private static final int LOCKS = 64;

    private final Accounts accounts;
    private final Passwords passwords;
    private final VerifiedCredentials verified;
    private final FailedSignIns failed;
    private final KeyedHash keyed = new KeyedHash();
    private final Object[] locks = new Object[LOCKS];

    SignInCheck(Accounts accounts, Passwords passwords, AccessSettings settings, LongSupplier nanoTime) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.verified = new VerifiedCredentials(settings.verifiedFor(), settings.verifiedAtMost(), nanoTime);
        this.failed = new FailedSignIns(settings, nanoTime);
        for (int i = 0; i < LOCKS; i++) {
            locks[i] = new Object();
        }
        accounts.whenChanged(verified::forget);
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
            security.warn(
                    "sign-in refused: {} account={} address={}",
                    refused instanceof TooManyFailedSignIns ? "TOO_MANY_ATTEMPTS" : "BAD_CREDENTIALS",
                    keyed.shortOf(username),
                    keyed.shortOf(address));
            throw refused;
        } catch (RuntimeException unavailable) {
            throw new AuthenticationServiceException("The accounts cannot be read", unavailable);
        }
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
        synchronized (locks[Math.floorMod((username + ' ' + address).hashCode(), LOCKS)]) {
            mayTry(username, address);
            return verified.find(pair, accounts::find).orElseGet(() -> hashed(username, password, address, pair));
        }
    }

    private Account hashed(String username, String password, String address, String pair) {
        Optional<Account> account = accounts.find(username);
        if (!passwords.matches(password, account)
                || !account.map(Account::enabled).orElse(false)) {
            failed.add(username, address);
            throw new BadCredentialsException("Name and password do not match an enabled account");
        }
        verified.remember(pair, account.get());
        return account.get();
    }

    private void mayTry(String username, String address) {
        failed.wait(username, address).ifPresent(wait -> {
            throw new TooManyFailedSignIns(wait);
        });
    }
}
