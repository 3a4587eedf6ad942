package org.progressledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.progressledger.access.Role;
import org.progressledger.access.SignedIn;
import org.progressledger.query.projection.QueryReason;
import org.progressledger.testservers.OnEmbeddedStore;
import org.progressledger.testservers.TestMongo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;

/** Every answer of this release is described, with an example, its problems and its parameters. */
@OnEmbeddedStore
@SpringBootTest
@AutoConfigureMockMvc
class ApiDescriptionIT {
    @Autowired
    MockMvc mvc;

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry properties) {
        ServiceOn.fresh(TestMongo.embedded()).forEach((key, value) -> properties.add(key, () -> value));
    }

    @Test
    void every_answer_has_a_summary_an_example_and_described_parameters() {
        JsonNode description = new Desk(mvc)
                .send(MockMvcRequestBuilders.get("/v3/api-docs")
                        .with(SecurityMockMvcRequestPostProcessors.authentication(
                                SignedIn.as(Desk.someone(Role.AUDITOR)))))
                .json();

        int[] described = {0};
        description.path("paths").properties().forEach(path -> {
            JsonNode get = path.getValue().path("get");
            if (get.isMissingNode() || get.path("responses").has("501")) {
                return;
            }
            described[0]++;
            assertThat(get.path("summary").asString("")).as(path.getKey()).isNotBlank();
            assertThat(get.at("/responses/200/content").toString())
                    .as(path.getKey() + " has an example")
                    .contains("\"example\"");
            get.path("parameters")
                    .forEach(parameter -> assertThat(
                                    parameter.path("description").asString(""))
                            .as(path.getKey() + " " + parameter.path("name"))
                            .isNotBlank());
        });
        assertThat(described[0]).isGreaterThan(9);
        String codes = description
                .at("/components/schemas/Problem/properties/code/enum")
                .toString();
        for (QueryReason reason : QueryReason.values()) {
            assertThat(codes).contains(reason.name());
        }
    }
}
