package org.progressledger.access;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/**
 * Lets in whom another service of ours asks for, and that service itself, by a {@link ServiceTokens} token. What an account may is read from the
 * account and not from the token, so a disabled one is turned away at once.
 */
public final class TokenSignIn implements AuthenticationProvider {

    private final JwtDecoder decoder;
    private final Accounts accounts;

    public TokenSignIn(ServiceTokens tokens, Accounts accounts) {
        this.decoder = tokens.decoder();
        this.accounts = accounts;
    }

    @Override
    public boolean supports(Class<?> type) {
        return BearerTokenAuthenticationToken.class.isAssignableFrom(type);
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        Jwt jwt = decoded(((BearerTokenAuthenticationToken) asked).getToken());
        if (ServiceTokens.isForAppends(jwt)) {
            return new OneOfUs();
        }
        if (!ServiceTokens.namesAnAccount(jwt)) {
            return SignedIn.as(ServiceTokens.asker(jwt));
        }
        try {
            return accounts.find(ServiceTokens.subject(jwt))
                    .filter(Account::enabled)
                    .map(account -> SignedIn.as(account.asker()))
                    .orElseThrow(() -> new InvalidBearerTokenException("No such account may sign in"));
        } catch (InvalidBearerTokenException refused) {
            throw refused;
        } catch (RuntimeException unavailable) {
            throw new AuthenticationServiceException("The accounts cannot be read", unavailable);
        }
    }

    private Jwt decoded(String token) {
        try {
            return decoder.decode(token);
        } catch (JwtException notOurs) {
            throw new InvalidBearerTokenException("Not a token of ours, or no longer good", notOurs);
        }
    }
}
