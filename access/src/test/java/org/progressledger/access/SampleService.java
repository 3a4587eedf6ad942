package org.progressledger.access;

import com.mongodb.client.MongoDatabase;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.web.AccountsController;
import org.progressledger.testservers.TestMongo;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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
                    Allow.anonymous(HttpMethod.GET, "/docs/**"))
            .and(AccountsController.ROWS)
            .withPolicy("/docs/**", EndpointRules.API_DOCUMENTATION_POLICY);

    @Bean
    EndpointRules rules() {
        return RULES;
    }

    @Bean
    MongoDatabase database() {
        return TestMongo.embedded().freshDatabase();
    }

    @RestController
    static class Endpoints {

        @GetMapping("/open")
        String open(@CurrentAsker @Nullable Asker asker) {
            return "open to " + (asker == null ? "anyone" : asker.id());
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

        @GetMapping("/inner-denial")
        String innerDenial() {
            throw new AccessDeniedException("not this one");
        }
    }
}
