package org.progressledger.access;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/**
 * What one service shows another when it asks for somebody who has signed in, or forwards appends: a JSON Web Token (RFC 7519)
 * under HMAC-SHA-256, good for {@value #GOOD_FOR_SECONDS} seconds and for one purpose. All services hold the key.
 */
public final class ServiceTokens {

    /** The service that the tokens are for. */
    public static final String COMMAND_SERVICE = "command-service";

    /** What a process of ours asks for in its own name is for: appends that it forwards. */
    private static final String APPENDS = "appends";

    static final int GOOD_FOR_SECONDS = 60;
    private static final Duration SHOWN_AGAIN_FOR = Duration.ofSeconds(GOOD_FOR_SECONDS / 2);
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofSeconds(30);
    private static final String ISSUER = "progress-ledger";
    private static final String ROLE = "role";
    private static final String AGENCY = "agency";
    private static final String SCOPE = "prefixes";
    private static final String ACCOUNT = "account";

    private static final OAuth2TokenValidator<Jwt> FOR_COMMANDS = new DelegatingOAuth2TokenValidator<>(
            new JwtClaimValidator<Object>(ROLE, Objects::nonNull),
            new JwtClaimValidator<Object>(SCOPE, Objects::nonNull),
            new JwtClaimValidator<List<String>>(
                    "aud", audience -> audience != null && audience.contains(COMMAND_SERVICE)));

    private final SecretKey key;
    private final InstantSource clock;
    private volatile @Nullable Made lastForAppends;

    private record Made(String token, Instant at) {}

    /** @param key 32 bytes that only our services know, used for nothing else */
    public ServiceTokens(byte[] key, InstantSource clock) {
        if (key.length != 32) {
            throw new IllegalArgumentException("A key of 32 bytes is needed");
        }
        this.key = new SecretKeySpec(key, "HmacSHA256");
        this.clock = clock;
    }

    /** A token by which the command service knows who asks. */
    public String forCommands(Asker asker) {
        JwtClaimsSet.Builder claims = claims(COMMAND_SERVICE, asker.id(), clock.instant())
                .claim(ROLE, asker.role().name())
                .claim(SCOPE, asker.scope())
                // somebody whom another house vouches for has no account here
                .claim(ACCOUNT, !asker.vouchedForElsewhere());
        if (asker.agency() != null) {
            claims.claim(AGENCY, asker.agency());
        }
        return signed(claims);
    }

    /** A token by which a process of ours knows another one that forwards appends; it speaks for no person. */
    public String forAppends() {
        Instant now = clock.instant();
        Made last = lastForAppends;
        if (last == null || Duration.between(last.at(), now).abs().compareTo(SHOWN_AGAIN_FOR) > 0) {
            last = new Made(signed(claims(APPENDS, APPENDS, now)), now);
            lastForAppends = last;
        }
        return last.token();
    }

    private static JwtClaimsSet.Builder claims(String audience, String subject, Instant now) {
        return JwtClaimsSet.builder()
                .id(UUID.randomUUID().toString())
                .issuer(ISSUER)
                .audience(List.of(audience))
                .subject(subject)
                .issuedAt(now)
                .expiresAt(now.plusSeconds(GOOD_FOR_SECONDS));
    }

    private String signed(JwtClaimsSet.Builder claims) {
        return new NimbusJwtEncoder(new ImmutableSecret<>(key))
                .encode(JwtEncoderParameters.from(
                        JwsHeader.with(MacAlgorithm.HS256).build(), claims.build()))
                .getTokenValue();
    }

    /** Reads tokens for the command service and for appends, and refuses any other. */
    JwtDecoder decoder() {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withSecretKey(key)
                .macAlgorithm(MacAlgorithm.HS256)
                .build();
        // made for each token, for its clock stands still
        decoder.setJwtValidator(jwt -> validator().validate(jwt));
        return decoder;
    }

    private OAuth2TokenValidator<Jwt> validator() {
        JwtTimestampValidator times = new JwtTimestampValidator(CLOCKS_DIFFER_BY);
        times.setClock(Clock.fixed(clock.instant(), ZoneOffset.UTC));
        return new DelegatingOAuth2TokenValidator<>(
                times,
                new JwtClaimValidator<Object>("exp", Objects::nonNull),
                new JwtClaimValidator<Object>("sub", Objects::nonNull),
                new JwtClaimValidator<Object>("iss", issuer -> ISSUER.equals(String.valueOf(issuer))),
                jwt -> isForAppends(jwt) ? OAuth2TokenValidatorResult.success() : FOR_COMMANDS.validate(jwt));
    }

    /** Whether the token speaks for a process that forwards appends, and so for no person. */
    static boolean isForAppends(Jwt jwt) {
        return List.of(APPENDS).equals(jwt.getAudience());
    }

    static String subject(Jwt jwt) {
        return Objects.requireNonNull(jwt.getSubject());
    }

    /** Who a token speaks for. */
    static Asker asker(Jwt jwt) {
        return new Asker(
                subject(jwt),
                Role.valueOf(Objects.requireNonNull(jwt.getClaimAsString(ROLE))),
                jwt.getClaimAsString(AGENCY),
                Objects.requireNonNull(jwt.getClaimAsStringList(SCOPE)));
    }

    /** Whether the token speaks for an account of ours, which must still be there. */
    static boolean namesAnAccount(Jwt jwt) {
        return Boolean.TRUE.equals(jwt.getClaimAsBoolean(ACCOUNT));
    }
}
