package org.progressledger.command.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.progressledger.ledger.ForwardingSettings;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.env.MockEnvironment;

class ForwardSettingsTest {
    private static final Optional<URI> FOUND = Optional.of(URI.create("http://127.0.0.1:8081"));

    private static ForwardSettings bound(Map<String, String> values) {
        Map<String, String> properties = new HashMap<>();
        values.forEach((key, value) -> properties.put("progress-ledger.forwarding." + key, value));
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("progress-ledger.forwarding", ForwardSettings.class);
    }

    private static ForwardingSettings asTheLedgerTakesThem(ForwardSettings settings) {
        return settings.toLedger(() -> FOUND, () -> "Bearer x");
    }

    @Test
    void a_service_takes_part_where_it_is_found_unless_told_otherwise() {
        ForwardSettings settings = bound(Map.of());
        assertThat(settings.enabled()).isTrue();
        assertThat(asTheLedgerTakesThem(settings).lease()).isEqualTo(ForwardingSettings.LEASE);
        assertThat(asTheLedgerTakesThem(settings).address().get()).isEqualTo(FOUND);
    }

    @Test
    void an_address_that_is_set_is_told_as_it_is() {
        ForwardSettings settings = bound(Map.of("address", "https://command-1.example", "lease", "5s"));
        assertThat(asTheLedgerTakesThem(settings).address().get()).contains(URI.create("https://command-1.example"));
        assertThat(asTheLedgerTakesThem(settings).lease()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void what_is_no_address_or_no_lease_stops_the_start() {
        for (Map<String, String> wrong : List.of(
                Map.of("address", "command-1:8081"),
                Map.of("address", "ftp://command-1"),
                Map.of("address", "http:/nowhere"),
                Map.of("lease", "100ms"),
                Map.of("lease", "2m"))) {
            assertThatThrownBy(() -> bound(wrong))
                    .as("%s", wrong)
                    .hasRootCauseInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_service_is_where_it_listens_once_it_does() throws Exception {
        MockEnvironment environment = new MockEnvironment().withProperty("server.address", "127.0.0.1");
        OwnAddress own = new OwnAddress(environment);
        assertThat(own.get()).isEmpty();
        environment.setProperty("local.server.port", "8081");
        assertThat(own.get()).isEqualTo(FOUND);
        environment.setProperty("server.address", "::1");
        assertThat(own.get()).contains(URI.create("http://[0:0:0:0:0:0:0:1]:8081"));
        environment.setProperty("server.address", "0.0.0.0");
        assertThat(own.get().orElseThrow().toString())
                .contains(InetAddress.getLocalHost().getHostAddress())
                .doesNotContain("0.0.0.0");
    }
}
