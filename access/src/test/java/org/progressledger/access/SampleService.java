package org.progressledger.access;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.problems.ProblemException;
import org.progressledger.problems.ReasonCode;
import org.progressledger.testservers.TestMongo;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A small service with an endpoint table, guarded as ours are. */
@SpringBootApplication
class SampleService {

    static final EndpointRules RULES = EndpointRules.of(
                    Allow.anonymous(HttpMethod.GET, "/open"),
                    Allow.anyRole(HttpMethod.GET, "/things/{id}"),
                    Allow.roles(HttpMethod.GET, "/things/special", Role.AUDITOR),
                    Allow.roles(HttpMethod.POST, "/things", Role.OFFICER, Role.COORDINATOR),
                    Allow.roles(HttpMethod.GET, "/inner-denial", Role.ADMIN),
                    new Allow(HttpMethod.POST, "/projects/{code}/notes", Role.all(), Reach.ABOUT_A_PROJECT),
                    new Allow(HttpMethod.POST, "/papers", Role.all(), Reach.ABOUT_A_PROJECT),
                    Allow.anonymous(HttpMethod.GET, "/sign-in"),
                    Allow.anyRole(HttpMethod.POST, "/sign-out"),
                    Allow.anonymous(HttpMethod.GET, "/docs/**"))
            .and(accounts())
            .withPolicy("/docs/**", EndpointRules.API_DOCUMENTATION_POLICY);

    private static List<Allow> accounts() {
        return RoleMatrix.of(RoleMatrix.Service.COMMAND).allows().stream()
                .filter(row -> row.pathPattern().startsWith("/api/v1/accounts")
                        || row.pathPattern().startsWith("/api/v1/me")
                        || row.pathPattern().equals("/api/v1/configuration"))
                .toList();
    }

    @Bean
    EndpointRules rules() {
        return RULES;
    }

    @Bean
    MongoDatabase database() {
        return TestMongo.embedded().freshDatabase();
    }

    /** A service's own reason, for what only the paper says. */
    enum OnPaper implements ReasonCode {
        NOT_YOUR_AGENCY;

        @Override
        public int status() {
            return 403;
        }
    }

    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    @RestController
    static class Endpoints {

        @GetMapping("/open")
        String open(@CurrentAsker @Nullable Asker asker) {
            return "open to " + (asker == null ? "anyone" : asker.id());
        }

        /** The form, of which a test needs only the token. */
        @GetMapping("/sign-in")
        String signIn(HttpServletRequest request) {
            return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
        }

        @PostMapping("/sign-out")
        String signOut() {
            return "";
        }

        @GetMapping("/docs/index")
        String docs() {
            return "docs";
        }

        @GetMapping("/things/{id}")
        Map<String, String> thing(@PathVariable String id, @CurrentAsker Asker asker) {
            return Map.of("id", id, "asker", asker.id());
        }

        @GetMapping("/things/special")
        String special() {
            return "special";
        }

        @PostMapping("/things")
        String make() {
            return "made";
        }

        @DeleteMapping("/forgotten/{id}")
        String forgotten(@PathVariable String id) {
            throw new IllegalStateException("an endpoint that nobody named was reached: " + id);
        }

        record Note(String text) {}

        @PostMapping("/projects/{code}/notes")
        String note(@PathVariable String code, @RequestBody Note note) {
            return code + note.text();
        }

        @PostMapping("/papers")
        String paper() {
            throw new ProblemException(OnPaper.NOT_YOUR_AGENCY, Map.of("project", "01000000-0001"));
        }

        @GetMapping("/inner-denial")
        String innerDenial() {
            throw new AccessDeniedException("not this one");
        }
    }
}
