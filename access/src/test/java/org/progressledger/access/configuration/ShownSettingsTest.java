package org.progressledger.access.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.progressledger.access.configuration.ServiceSetting.Source;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class ShownSettingsTest {
    private final StandardEnvironment environment = new StandardEnvironment();

    ShownSettingsTest() {
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        // as in our application.properties
        environment
                .getPropertySources()
                .addLast(new OriginTrackedMapPropertySource(
                        "Config resource 'class path resource [application.properties]' via location 'optional:classpath:/'",
                        Map.of(
                                "spring.mongodb.uri", "${MONGODB_URI:mongodb://127.0.0.1:27017}",
                                "server.port", "${COMMAND_PORT:8081}",
                                "server.forward-headers-strategy", "${FORWARD_HEADERS:none}")));
    }

    private void given(MapPropertySource source) {
        environment.getPropertySources().addFirst(source);
    }

    private void variables(Map<String, Object> variables) {
        given(new SystemEnvironmentPropertySource("systemEnvironment", variables));
    }

    private ServiceSetting shown(String name) {
        ConfigurationPropertySources.attach(environment);
        return new ShownSettings(environment)
                .all().stream()
                        .filter(setting -> setting.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void what_nobody_set_is_a_default_with_its_meaning() {
        ServiceSetting cost = shown("progress-ledger.access.bcrypt-strength");

        assertThat(cost.value()).isEqualTo("12");
        assertThat(cost.source()).isEqualTo(Source.DEFAULT);
        assertThat(cost.meaning()).startsWith("cost of hashing a password");
        assertThat(shown("progress-ledger.access.session.touched").meaning())
                .contains("0 to idle")
                .doesNotContain("{@");
        assertThat(shown("server.port"))
                .extracting(ServiceSetting::value, ServiceSetting::source)
                .containsExactly("8081", Source.DEFAULT);
        assertThat(shown("progress-ledger.access.oidc.issuer").value()).isNull();
    }

    @Test
    void what_a_variable_of_the_environment_sets_says_which() {
        variables(Map.of("PROGRESSLEDGER_ACCESS_BCRYPTSTRENGTH", "10", "COMMAND_PORT", "9000"));

        assertThat(shown("progress-ledger.access.bcrypt-strength"))
                .extracting(ServiceSetting::value, ServiceSetting::source, ServiceSetting::from)
                .containsExactly("10", Source.ENVIRONMENT, "PROGRESSLEDGER_ACCESS_BCRYPTSTRENGTH");
        assertThat(shown("server.port"))
                .extracting(ServiceSetting::value, ServiceSetting::source, ServiceSetting::from)
                .containsExactly("9000", Source.ENVIRONMENT, "COMMAND_PORT");
    }

    @Test
    void an_argument_counts_before_the_environment_and_a_file_says_which() {
        given(new OriginTrackedMapPropertySource(
                "Config resource 'file [application.yaml]' via location 'optional:file:./'",
                Map.of("progress-ledger.access.password-minimum", 20)));
        variables(Map.of("PROGRESSLEDGER_ACCESS_BCRYPTSTRENGTH", "10"));
        environment
                .getPropertySources()
                .addFirst(new SimpleCommandLinePropertySource("--progress-ledger.access.bcrypt-strength=11"));

        assertThat(shown("progress-ledger.access.bcrypt-strength"))
                .extracting(ServiceSetting::value, ServiceSetting::source)
                .containsExactly("11", Source.ARGUMENT);
        ServiceSetting fromFile = shown("progress-ledger.access.password-minimum");
        assertThat(fromFile.source()).isEqualTo(Source.FILE);
        assertThat(fromFile.value()).isEqualTo("20");
        assertThat(fromFile.from()).contains("application.yaml");
    }

    @Test
    void what_is_in_a_map_is_shown_member_by_member() {
        given(new OriginTrackedMapPropertySource(
                "Config resource 'file [application.yaml]' via location 'optional:file:./'",
                Map.of("progress-ledger.access.oidc.roles.pl-officer", "OFFICER")));

        assertThat(shown("progress-ledger.access.oidc.roles.pl-officer").value())
                .isEqualTo("OFFICER");
    }

    @Test
    void secrets_are_masked_wherever_they_come_from() {
        variables(Map.of(
                "PROGRESSLEDGER_ACCESS_OIDC_CLIENTSECRET", "hush",
                "MONGODB_URI", "mongodb://services:p%40ss/w@a,b/?replicaSet=rs0&proxyPassword=hush"));

        assertThat(shown("progress-ledger.access.oidc.client-secret").value()).isEqualTo("••••••");
        assertThat(shown("spring.mongodb.uri").value())
                .isEqualTo("mongodb://services:••••••@a,b/?replicaSet=rs0&proxyPassword=••••••");
        ConfigurationPropertySources.attach(environment);
        assertThat(new ShownSettings(environment).all().toString()).doesNotContain("hush", "p%40ss");
    }

    @ParameterizedTest
    @CsvSource({
        "a.password,x,••••••",
        "a.api-token,x,••••••",
        "a.password-file,/secrets/x,/secrets/x",
        "a.password-minimum,12,12",
        "a.key-file,data/ledger.key,data/ledger.key",
        "a.url,https://u:p@h/x,https://u:••••••@h/x",
        "a.url,https://h/x:y@z,https://h/x:y@z"
    })
    void what_is_secret_is_known_by_its_name_or_its_place(String name, String value, String shown) {
        assertThat(Secrets.masked(name, value)).isEqualTo(shown);
    }
}
