package org.progressledger.access;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.time.InstantSource;
import org.progressledger.access.configuration.ConfigurationController;
import org.progressledger.access.web.AccountsController;
import org.progressledger.problems.MessageBundle;
import org.progressledger.problems.ProblemReading;
import org.progressledger.problems.ProblemReadings;
import org.progressledger.problems.Problems;
import org.progressledger.problems.ProblemsAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Guards a web service by being on the class path. The service provides an {@link EndpointRules} bean and the {@link
 * MongoDatabase} that keeps the accounts.
 */
@AutoConfiguration(
        after = ProblemsAutoConfiguration.class,
        before = {UserDetailsServiceAutoConfiguration.class, ServletWebSecurityAutoConfiguration.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties({
    AccessSettings.class,
    FirstAdminSettings.class,
    SecurityLogSettings.class,
    SessionSettings.class,
    ElsewhereSettings.class
})
@EnableWebSecurity
public class AccessAutoConfiguration {
    // behind what names and measures a request
    private static final int STRICT_HEADERS_ORDER = Ordered.HIGHEST_PRECEDENCE + 30;

    @Bean
    MessageBundle accessMessages() {
        return new MessageBundle("messages/access");
    }

    @Bean
    ProblemReading deniedReading() {
        return new DeniedReading();
    }

    /** Observing each filter of the chain is a twelfth of what a small answer costs, and tells nobody anything. */
    @Bean
    SecurityObservationSettings securityObservationSettings() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    Passwords passwords(AccessSettings settings) {
        return new Passwords(settings);
    }

    @Bean
    Accounts accounts(MongoDatabase database, Passwords passwords) {
        return new Accounts(database, passwords, Clock.systemUTC());
    }

    @Bean
    SecurityEvents securityEvents(
            EndpointRules rules,
            Accounts accounts,
            SecurityLogSettings settings,
            ObjectProvider<MeterRegistry> meters) {
        SecurityEvents events = new SecurityEvents(
                rules, meters.getIfAvailable(SimpleMeterRegistry::new), new LineLimit(settings, System::nanoTime));
        accounts.whenChanged(events::accountChanged);
        return events;
    }

    @Bean
    ExportWatch exportWatch(SecurityEvents securityEvents) {
        return new ExportWatch(securityEvents);
    }

    @Bean
    SignInCheck signInCheck(
            Accounts accounts, Passwords passwords, AccessSettings settings, SecurityEvents securityEvents) {
        return new SignInCheck(accounts, passwords, settings, securityEvents, System::nanoTime);
    }

    @Bean
    Refusals refusals(EndpointRules rules, Problems problems, ProblemReadings readings, SecurityEvents securityEvents) {
        return new Refusals(rules, problems, readings, securityEvents);
    }

    /** In every service, for an account may be changed in any of them. */
    @Bean
    KeptSessions keptSessions(
            MongoDatabase database, SessionSettings settings, Accounts accounts, ObjectProvider<InstantSource> clock) {
        KeptSessions sessions = new KeptSessions(database, settings, clock.getIfAvailable(InstantSource::system));
        accounts.whenChanged((username, change) -> {
            if (change == AccountChange.DISABLED || change == AccountChange.PASSWORD_SET) {
                sessions.endAllOf(username);
            }
        });
        return sessions;
    }

    @Bean
    OwnSessions ownSessions(KeptSessions sessions, SecurityEvents securityEvents) {
        return new OwnSessions(sessions, securityEvents);
    }

    @Bean
    SessionsElsewhere sessionsElsewhere(KeptSessions sessions, SecurityEvents securityEvents) {
        return new SessionsElsewhere(sessions, securityEvents);
    }

    @Bean
    StillSignedIn stillSignedIn(KeptSessions sessions, Accounts accounts) {
        return new StillSignedIn(sessions, accounts);
    }

    /**
     * HTTP Basic without sessions; with pages, {@link PageSignIn} besides. A browser sends a remembered password along with what a foreign page makes it post, so
     * {@link CrossSiteFilter} looks where a change comes from.
     */
    @Bean
    SecurityFilterChain endpointChain(
            HttpSecurity http,
            EndpointRules rules,
            SignInCheck check,
            Refusals refusals,
            Problems problems,
            SecurityEvents securityEvents,
            ObjectProvider<TokenSignIn> tokens,
            ObjectProvider<PageSignIn> pages)
            throws Exception {
        // managers of their own: as one of Spring's providers the check would be asked twice, the second time by the
        // parent
        TokenSignIn token = tokens.getIfAvailable();
        if (token != null) {
            BearerTokenAuthenticationFilter bearer = new BearerTokenAuthenticationFilter(new ProviderManager(token));
            bearer.setAuthenticationEntryPoint(refusals);
            http.addFilterBefore(bearer, BasicAuthenticationFilter.class);
        }
        PageSignIn page = pages.getIfAvailable();
        if (page == null) {
            http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                    .csrf(AbstractHttpConfigurer::disable)
                    .logout(AbstractHttpConfigurer::disable);
        } else {
            page.addTo(http);
        }
        AuthenticationProvider elsewhere = page == null ? null : page.elsewhere();
        http.authenticationManager(
                        elsewhere == null ? new ProviderManager(check) : new ProviderManager(check, elsewhere))
                .addFilterBefore(new CrossSiteFilter(problems, securityEvents), BasicAuthenticationFilter.class)
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals))
                .requestCache(AbstractHttpConfigurer::disable)
                .exceptionHandling(handling -> handling.authenticationEntryPoint(page == null ? refusals : page.entry())
                        .accessDeniedHandler(page == null ? refusals : page.denied()))
                .authorizeHttpRequests(requests -> requests
                        // these only carry on what was allowed, or answer with a problem document
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .anyRequest()
                        .access(new EndpointAccess(rules)))
                // written before, with what never comes here
                .headers(AbstractHttpConfigurer::disable);
        return http.build();
    }

    /** Before whatever may refuse a request, so that every answer bears them: pages that say why, above all. */
    @Bean
    FilterRegistrationBean<StrictHeaders> strictHeaders(EndpointRules rules) {
        FilterRegistrationBean<StrictHeaders> filter = new FilterRegistrationBean<>(new StrictHeaders(rules));
        filter.setOrder(STRICT_HEADERS_ORDER);
        return filter;
    }

    @Bean
    WebMvcConfigurer agencyGate(EndpointRules rules, SecurityEvents securityEvents) {
        AgencyGate gate = new AgencyGate(rules, securityEvents);
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(gate).order(Ordered.HIGHEST_PRECEDENCE);
            }
        };
    }

    @Bean
    OwnPassword ownPassword(SignInCheck check, Accounts accounts) {
        return new OwnPassword(check, accounts);
    }

    @Bean
    @ConditionalOnProperty("progress-ledger.first-admin.username")
    ApplicationRunner firstAdmin(FirstAdminSettings settings, Accounts accounts) {
        return arguments -> new FirstAdmin(accounts).createFrom(settings);
    }

    @Bean
    ConfigurationController configurationController(ConfigurableEnvironment environment) {
        return new ConfigurationController(environment);
    }

    @Bean
    @ConditionalOnBooleanProperty("progress-ledger.accounts-api")
    AccountsController accountsController(Accounts accounts, Passwords passwords, OwnPassword ownPassword) {
        return new AccountsController(accounts, passwords, ownPassword);
    }

    /** Signing in on pages, where a service has them. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty("progress-ledger.access.pages")
    @EnableSpringHttpSession
    static class Pages {

        @Bean
        @ConditionalOnProperty("progress-ledger.access.oidc.issuer")
        Elsewhere elsewhere(ElsewhereSettings settings) {
            return new Elsewhere(settings);
        }

        @Bean
        CookieSerializer sessionCookie() {
            DefaultCookieSerializer cookie = new DefaultCookieSerializer();
            cookie.setCookieName(PageSignIn.SESSION_COOKIE);
            cookie.setSameSite("Lax");
            return cookie;
        }

        @Bean
        PageSignIn pageSignIn(
                Accounts accounts,
                ElsewhereSettings settings,
                ObjectProvider<InstantSource> clock,
                Refusals refusals,
                SecurityEvents securityEvents,
                Problems problems,
                ObjectProvider<Elsewhere> elsewhere) {
            return new PageSignIn(
                    new SessionContext(accounts, settings.trustedFor(), clock.getIfAvailable(InstantSource::system)),
                    new PageEntry(refusals),
                    refusals,
                    securityEvents,
                    problems,
                    elsewhere.getIfAvailable());
        }
    }
}
