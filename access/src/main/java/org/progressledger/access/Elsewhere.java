package org.progressledger.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Signing in at the organisation's identity provider: OpenID Connect Core 1.0, authorization code with PKCE. The provider
 * is asked when somebody signs in, not when the service starts: it may be away meanwhile.
 */
public final class Elsewhere {

    /** The one provider's name in the addresses of this service. */
    public static final String PROVIDER = "sso";

    private static final int LONGEST_CODE = 60;
    private static final Logger log = LoggerFactory.getLogger(Elsewhere.class);

    private final ElsewhereSettings settings;
    private final Claims claims;
    private final OidcUserService users = new OidcUserService();
    private volatile @Nullable ClientRegistration registration;

    Elsewhere(ElsewhereSettings settings) {
        this.settings = settings;
        this.claims = new Claims(settings);
    }

    /** What the button calls the provider. */
    public String name() {
        return settings.name() != null
                ? settings.name()
                : Objects.requireNonNullElse(
                        URI.create(Objects.requireNonNull(settings.issuer())).getHost(), PROVIDER);
    }

    /** Where one begins, to come to that page in the end. */
    public String path(String next) {
        return UriComponentsBuilder.fromPath("/oauth2/authorization/" + PROVIDER)
                .queryParam(PageEntry.NEXT, "{next}")
                .encode()
                .buildAndExpand(PageEntry.here(next))
                .toUriString();
    }

    void addTo(HttpSecurity http, SecurityEvents events) {
        ClientRegistrationRepository registrations = id -> id.equals(PROVIDER) ? registration() : null;
        DefaultOAuth2AuthorizationRequestResolver requests =
                new DefaultOAuth2AuthorizationRequestResolver(registrations, "/oauth2/authorization");
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce()
                .andThen(request -> request.attributes(kept -> kept.put(PageEntry.NEXT, wanted()))));
        http.oauth2Login(login -> login.loginPage(PageEntry.SIGN_IN)
                .clientRegistrationRepository(registrations)
                .authorizedClientRepository(new NoTokensKept())
                .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(requests)
                        .authorizationRequestRepository(new AskedBefore()))
                .successHandler((request, response, signedIn) -> {
                    events.signedIn(request);
                    response.sendRedirect(PageEntry.here((String) request.getAttribute(PageEntry.NEXT)));
                })
                .failureHandler((request, response, refused) -> {
                    log.warn("Signing in at the identity provider was refused: {}", code(refused));
                    response.sendRedirect(PageEntry.SIGN_IN + "?refused=elsewhere");
                }));
    }

    /** What went wrong in signs that nobody can write a line of their own with; the rest of it comes from the address. */
    static String code(AuthenticationException refused) {
        String code = refused instanceof OAuth2AuthenticationException told
                ? told.getError().getErrorCode()
                : refused.getClass().getSimpleName();
        String plain = code.replaceAll("[^A-Za-z0-9_.-]", "?");
        return plain.length() <= LONGEST_CODE ? plain : plain.substring(0, LONGEST_CODE);
    }

    /** Asks the provider for what its code stands for, and checks what it says. */
    AuthenticationProvider provider() {
        return new OidcAuthorizationCodeAuthenticationProvider(
                new RestClientAuthorizationCodeTokenResponseClient(), this::user);
    }

    private static String wanted() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now
                ? PageEntry.here(now.getRequest().getParameter(PageEntry.NEXT))
                : "/";
    }

    private ClientRegistration registration() {
        ClientRegistration known = registration;
        if (known == null) {
            known = ClientRegistrations.fromIssuerLocation(Objects.requireNonNull(settings.issuer()))
                    .registrationId(PROVIDER)
                    .clientId(Objects.requireNonNull(settings.clientId()))
                    .clientSecret(Objects.requireNonNull(settings.clientSecret()))
                    .scope(settings.scopes())
                    .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                    .build();
            registration = known;
        }
        return known;
    }

    private OidcUser user(OidcUserRequest request) {
        OidcUser user = users.loadUser(request);
        return new Vouched(user, claims.asker(user.getClaims()));
    }

    private static final class Vouched extends DefaultOidcUser implements VouchedFor {
        private final transient Asker asker;

        Vouched(OidcUser user, Asker asker) {
            super(user.getAuthorities(), user.getIdToken(), user.getUserInfo());
            this.asker = asker;
        }

        @Override
        public Asker asker() {
            return asker;
        }
    }

    /** Remembers in the session what was asked of the provider, and afterwards where one wanted to go. */
    private static final class AskedBefore implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
        private final HttpSessionOAuth2AuthorizationRequestRepository session =
                new HttpSessionOAuth2AuthorizationRequestRepository();

        @Override
        public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
            return session.loadAuthorizationRequest(request);
        }

        @Override
        public void saveAuthorizationRequest(
                OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
            session.saveAuthorizationRequest(asked, request, response);
        }

        @Override
        public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
                HttpServletRequest request, HttpServletResponse response) {
            OAuth2AuthorizationRequest asked = session.removeAuthorizationRequest(request, response);
            if (asked != null) {
                request.setAttribute(PageEntry.NEXT, asked.getAttribute(PageEntry.NEXT));
            }
            return asked;
        }
    }

    /** The provider's tokens are of no use here once it has said who somebody is. */
    private static final class NoTokensKept implements OAuth2AuthorizedClientRepository {
        @Override
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String registration, Authentication principal, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {
            // not kept
        }

        @Override
        public void removeAuthorizedClient(
                String registration,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {
            // none is kept
        }
    }
}
