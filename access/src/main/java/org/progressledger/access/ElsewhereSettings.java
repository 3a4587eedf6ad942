package org.progressledger.access;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Signing in at the organisation's identity provider by OpenID Connect, under {@code progress-ledger.access.oidc}. Off
 * while no issuer is set.
 *
 * @param issuer the provider's address, under which {@code /.well-known/openid-configuration} is found
 * @param clientId how the provider knows this service
 * @param clientSecret its secret there
 * @param name what the button calls the provider; the issuer's host unless set
 * @param scopes what is asked for; {@code openid} and {@code profile} unless set
 * @param usernameClaim the claim that names the person in the ledger; {@code preferred_username} unless set. It must be
 *     one that the provider never gives to somebody else
 * @param roleClaim the claim that holds the role, or a list in which it stands; dots lead into objects ({@code
 *     realm_access.roles}); {@code roles} unless set
 * @param roles which value of that claim is which role; without any, the role's own name in whatever case
 * @param agencyClaim the claim with the agency's name; {@code agency} unless set
 * @param prefixesClaim the claim with an officer's code prefixes, a list or a text with commas; {@code project_prefixes}
 *     unless set
 * @param trustedFor how long what the provider said of somebody holds, their role above all, before they have to sign in there
 *     again; 1 minute to 1 day, 1 hour unless set
 */
@ConfigurationProperties("progress-ledger.access.oidc")
public record ElsewhereSettings(
        @Nullable String issuer,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @Nullable String name,
        @DefaultValue({"openid", "profile"}) List<String> scopes,
        @DefaultValue("preferred_username") String usernameClaim,
        @DefaultValue("roles") String roleClaim,
        @DefaultValue Map<String, Role> roles,
        @DefaultValue("agency") String agencyClaim,
        @DefaultValue("project_prefixes") String prefixesClaim,
        @DefaultValue("1h") Duration trustedFor) {

    public ElsewhereSettings {
        if (issuer != null && issuer.isBlank()) {
            issuer = null;
        }
        if (issuer != null && (clientId == null || clientSecret == null)) {
            throw new IllegalArgumentException("With oidc.issuer, oidc.client-id and oidc.client-secret must be set");
        }
        if (trustedFor.compareTo(Duration.ofMinutes(1)) < 0 || trustedFor.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("oidc.trusted-for must be from 1 minute to 1 day: " + trustedFor);
        }
    }

    public boolean isOn() {
        return issuer != null;
    }
}
