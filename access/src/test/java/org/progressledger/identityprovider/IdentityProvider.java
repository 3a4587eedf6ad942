package org.progressledger.identityprovider;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * A real OpenID Connect provider: Spring Authorization Server, with four people. In a package that no application of the
 * tests looks through.
 */
public final class IdentityProvider implements AutoCloseable {
    public static final String CLIENT = "progress-ledger";
    public static final String SECRET = "a secret of two";
    public static final String PASSWORD = "their password";

    private final ConfigurableApplicationContext context;

    private IdentityProvider(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static IdentityProvider start() {
        return new IdentityProvider(new SpringApplicationBuilder(Configuration.class)
                .run(
                        "--server.port=0",
                        "--server.servlet.session.cookie.name=provider",
                        "--spring.main.banner-mode=off",
                        "--spring.autoconfigure.exclude=org.progressledger.access.AccessAutoConfiguration,"
                                + "org.progressledger.problems.ProblemsAutoConfiguration"));
    }

    public String issuer() {
        return "http://localhost:"
                + ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    }

    /** Lets the service at that address ask. */
    public void knows(String service) {
        context.getBean(Clients.class).add(service);
    }

    @Override
    public void close() {
        context.close();
    }

    /** The one client, whose address is known late. */
    static final class Clients implements RegisteredClientRepository {
        private volatile RegisteredClientRepository known = new InMemoryRegisteredClientRepository(client("http://x"));

        void add(String service) {
            known = new InMemoryRegisteredClientRepository(client(service));
        }

        private static RegisteredClient client(String service) {
            return RegisteredClient.withId("1")
                    .clientId(CLIENT)
                    .clientSecret("{noop}" + SECRET)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .redirectUri(service + "/login/oauth2/code/sso")
                    .scope("openid")
                    .scope("profile")
                    .clientSettings(ClientSettings.builder()
                            .requireProofKey(true)
                            .requireAuthorizationConsent(false)
                            .build())
                    .build();
        }

        @Override
        public void save(RegisteredClient client) {
            known.save(client);
        }

        @Override
        public RegisteredClient findById(String id) {
            return known.findById(id);
        }

        @Override
        public RegisteredClient findByClientId(String clientId) {
            return known.findByClientId(clientId);
        }
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @EnableWebSecurity
    static class Configuration {
        private static final Map<String, Map<String, Object>> PEOPLE = Map.of(
                "somchai",
                        Map.of(
                                "realm_access", Map.of("roles", List.of("staff", "pl-officer")),
                                "agency", "สำนักงานเขตบางนา",
                                "project_prefixes", List.of("5047")),
                "malee", Map.of("realm_access", Map.of("roles", List.of("pl-auditor"))),
                "wichai", Map.of("realm_access", Map.of("roles", List.of("staff"))),
                "prasert", Map.of("realm_access", Map.of("roles", List.of("pl-officer"))));

        @Bean
        @Order(1)
        SecurityFilterChain provider(HttpSecurity http) throws Exception {
            OAuth2AuthorizationServerConfigurer server = new OAuth2AuthorizationServerConfigurer();
            return http.securityMatcher(server.getEndpointsMatcher())
                    .with(server, it -> it.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(any -> any.anyRequest().authenticated())
                    .exceptionHandling(
                            it -> it.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
                    .build();
        }

        @Bean
        @Order(2)
        SecurityFilterChain people(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(any -> any.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults())
                    .csrf(it -> it.disable())
                    .build();
        }

        @Bean
        UserDetailsService known() {
            return new InMemoryUserDetailsManager(PEOPLE.keySet().stream()
                    .map(name -> User.withUsername(name)
                            .password("{noop}" + PASSWORD)
                            .roles("PERSON")
                            .build())
                    .toList());
        }

        @Bean
        Clients clients() {
            return new Clients();
        }

        @Bean
        JWKSource<SecurityContext> keys() throws Exception {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            return new ImmutableJWKSet<>(new JWKSet(new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                    .privateKey(pair.getPrivate())
                    .keyID("1")
                    .build()));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims() {
            return context -> {
                String name = context.getPrincipal().getName();
                context.getClaims().claim("preferred_username", name).claims(all -> all.putAll(PEOPLE.get(name)));
            };
        }
    }
}
