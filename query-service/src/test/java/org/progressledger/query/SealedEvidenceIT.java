package org.progressledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.query.Desk.someone;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.progressledger.access.Role;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.LedgerEvent;
import org.progressledger.query.export.SealedLedger;
import org.progressledger.testservers.OnEmbeddedStore;
import org.progressledger.testservers.TestMongo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A pack of a ledger that is sealed, up to its second event. */
@OnEmbeddedStore
@SpringBootTest(classes = {QueryService.class, SealedEvidenceIT.Sealing.class})
@AutoConfigureMockMvc
class SealedEvidenceIT {
    @Autowired
    CommitLog log;

    @Autowired
    MockMvc mvc;

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry properties) {
        ServiceOn.fresh(TestMongo.embedded()).forEach((key, value) -> properties.add(key, () -> value));
    }

    /** As a sealed ledger would tell. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Sealing {
        @Bean
        @Primary
        SealedLedger sealedLedger() {
            return () -> Optional.of(new SealedLedger.Seal() {
                @Override
                public String checkpoint() {
                    return "example.org/ledger\n2\nhash\n";
                }

                @Override
                public long size() {
                    return 2;
                }

                @Override
                public String verifierKey() {
                    return "example.org/ledger+key";
                }

                @Override
                public String proof(LedgerEvent event) {
                    return "proof of " + event.position();
                }
            });
        }
    }

    @Test
    void proofs_checkpoint_and_key_are_in_the_pack_and_the_checkpoint_in_the_record() throws IOException {
        Desk desk = new Desk(mvc);
        new Office(log).record(Office.projectWithReports("50470000-0001", "ก", "20", "40"));

        byte[] pack = desk.ask(someone(Role.AUDITOR), "/projects/50470000-0001/evidence-pack")
                .response()
                .getContentAsByteArray();
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(pack))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }

        assertThat(files)
                .containsEntry("checkpoint", "example.org/ledger\n2\nhash\n")
                .containsEntry("ledger.vkey", "example.org/ledger+key")
                .containsEntry("proofs/0.tlog-proof", "proof of 0")
                .containsEntry("proofs/1.tlog-proof", "proof of 1")
                // recorded after the checkpoint
                .doesNotContainKey("proofs/2.tlog-proof");
        JsonNode statement = JsonMapper.shared().readTree(files.get("statement.json"));
        assertThat(statement.path("checkpoint").toString()).isEqualTo("{\"size\":2,\"coveredEvents\":2}");
        assertThat(files.get("SHA256SUMS")).contains("  checkpoint\n", "  proofs/1.tlog-proof\n");
        JsonNode entry =
                desk.get(someone(Role.AUDITOR), "/exports").path("items").path(0);
        assertThat(entry.path("checkpoint").asString()).isEqualTo("example.org/ledger\n2\nhash\n");
    }
}
