package org.progressledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.progressledger.access.Accounts;
import org.progressledger.access.Asker;
import org.progressledger.access.EndpointRules;
import org.progressledger.access.EndpointTable;
import org.progressledger.access.Role;
import org.progressledger.access.RoleMatrix.Service;
import org.progressledger.access.ServiceTokens;
import org.progressledger.command.Office.Answer;
import org.progressledger.testroles.AskedService;
import org.progressledger.testroles.WhoMayContract;
import org.progressledger.testservers.OnEmbeddedStore;
import org.progressledger.testservers.TestMongo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every role at every endpoint of the command service. */
@OnEmbeddedStore
class WhoMayIT extends WhoMayContract {
    private static final String OTHERS_PROJECT = "01000000-9001";

    private final Office office = Office.on(TestMongo.embedded());

    @Override
    protected AskedService service() {
        office.post(Office.OTHER_OFFICER, "/api/v1/projects", Office.registration(OTHERS_PROJECT));
        return new AskedService(
                Service.COMMAND,
                office.address(),
                new EndpointTable(
                        office.part(EndpointRules.class),
                        office.parts(RequestMappingInfoHandlerMapping.class).values()),
                Set.of("/swagger-ui/**"),
                office.part(Accounts.class),
                Arrays.stream(Role.values()).collect(Collectors.toMap(Function.identity(), Office::accountOf)),
                Office.PASSWORD,
                office.newProject(),
                OTHERS_PROJECT,
                Office.newCode(),
                "01000000-9002",
                office::lastPosition,
                office.part(MeterRegistry.class));
    }

    @Test
    void what_is_not_named_is_denied_to_everybody() {
        for (Role role : Role.all()) {
            for (String path : List.of("/api/v1/nothing", "/actuator", "/actuator/env", "/api/v1/projects//x")) {
                assertThat(office.get(Office.accountOf(role), path).status())
                        .as(role + " " + path)
                        .isBetween(400, 405);
            }
        }
        assertThat(office.get(null, "/api/v1/nothing").status()).isEqualTo(401);
    }

    @Test
    void an_agency_that_only_the_body_names_is_refused_and_counted_too() {
        double before = refusedForAgency();

        Answer answer = office.post(Office.OFFICER, "/api/v1/projects", Office.registration("01000000-9003"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("NOT_YOUR_AGENCY");
        assertThat(refusedForAgency() - before).isEqualTo(1);
    }

    @Test
    void what_command_services_forward_to_each_other_is_for_them_alone_and_opens_nothing_else() {
        ServiceTokens tokens = office.part(ServiceTokens.class);
        String coordinator = tokens.forCommands(new Asker("coordinator", Role.COORDINATOR, null, List.of()));
        String forged = new ServiceTokens(new byte[32], InstantSource.system()).forAppends();

        assertThat(forwarded(coordinator)).isEqualTo(403);
        assertThat(forwarded(forged)).isEqualTo(401);
        // let in, and told that this is nothing, or that somebody else appends for all
        assertThat(forwarded(tokens.forAppends())).isIn(400, 404);
        assertThat(office.get(null, "/api/v1/me", "Authorization", "Bearer " + tokens.forAppends())
                        .status())
                .isEqualTo(403);
    }

    private int forwarded(String token) {
        return office.post(null, "/internal/appends", Map.of(), "Authorization", "Bearer " + token)
                .status();
    }

    private double refusedForAgency() {
        return office.part(MeterRegistry.class)
                .get("security.events")
                .tag("event", "denied-by-agency")
                .counter()
                .count();
    }
}
