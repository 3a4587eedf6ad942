package org.progressledger.command.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.progressledger.ledger.anchoring.AnchoringSettings;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AnchorSettingsTest {
    private static final String KEY = "witness.example/w1+aa4a09d1+BOpKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs";

    private static AnchoringSettings bound(Map<String, String> values) {
        Map<String, String> properties = new HashMap<>();
        values.forEach((key, value) -> properties.put("progress-ledger.anchoring." + key, value));
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("progress-ledger.anchoring", AnchorSettings.class)
                .toLedger();
    }

    @Test
    void nobody_is_asked_unless_somebody_is_named() {
        assertThat(bound(Map.of()).isWanted()).isFalse();
    }

    @Test
    void a_witness_is_a_key_and_an_address() {
        AnchoringSettings settings = bound(
                Map.of("witnesses[0].key", KEY, "witnesses[0].url", "https://witness.example/log", "quorum", "1"));
        assertThat(settings.witnesses())
                .hasSize(1)
                .first()
                .matches(witness -> witness.key().toString().equals(KEY)
                        && witness.url().getHost().equals("witness.example"));
        assertThat(settings.isWanted()).isTrue();
    }

    @Test
    void a_wrong_key_address_quorum_or_certificate_stops_the_start(@TempDir Path folder) throws Exception {
        String url = "https://witness.example";
        Path empty = Files.createFile(folder.resolve("empty.pem"));
        for (Map<String, String> wrong : java.util.List.of(
                Map.of("witnesses[0].key", KEY.replace("aa4", "ab4"), "witnesses[0].url", url),
                Map.of("witnesses[0].key", KEY, "witnesses[0].url", "ftp://witness.example"),
                Map.of("witnesses[0].key", KEY, "witnesses[0].url", url, "quorum", "2"),
                Map.of(
                        "witnesses[0].key",
                        KEY,
                        "witnesses[0].url",
                        url,
                        "witnesses[1].key",
                        KEY,
                        "witnesses[1].url",
                        url),
                Map.of("timestamp.url", url, "timestamp.certificates", empty.toString()),
                Map.of(
                        "timestamp.url",
                        url,
                        "timestamp.certificates",
                        folder.resolve("none").toString()))) {
            assertThatThrownBy(() -> bound(wrong)).as(wrong.toString()).isInstanceOf(RuntimeException.class);
        }
    }
}
