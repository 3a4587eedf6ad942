package org.progressledger.query.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.progressledger.testroles.MetricsTable;
import org.progressledger.testroles.PromQl;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The dashboard and the alerts in docker/ ask for what there is; both services' tests compare the document with what they expose. */
class MonitoringFilesTest {
    private static final Path TOP = Path.of(System.getProperty("project.root", ".."));
    private static final String DURATION = "[0-9]+[smh]";

    /** Of frameworks and of Prometheus itself, as the services expose them; asked for by {@code PagesIT}. */
    private static final Set<String> OF_FRAMEWORKS = Set.of(
            "http_server_requests_seconds",
            "jvm_memory_used_bytes",
            "process_cpu_usage",
            "disk_free_bytes",
            "disk_total_bytes");

    private static Map<String, Object> yaml(String file) throws IOException {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(TOP.resolve(file)));
    }

    private static JsonNode dashboard() throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(TOP.resolve("docker/grafana/dashboards/progress-ledger.json")));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> alerts() throws IOException {
        List<Map<String, Object>> groups =
                (List<Map<String, Object>>) yaml("docker/prometheus/alerts.yml").get("groups");
        return groups.stream()
                .flatMap(group -> ((List<Map<String, Object>>) group.get("rules")).stream())
                .toList();
    }

    private static void asksForWhatThereIs(String expression) {
        Set<String> known =
                MetricsTable.rows().stream().map(MetricsTable.Row::name).collect(Collectors.toSet());
        known.addAll(OF_FRAMEWORKS);
        known.add("up");
        Set<String> asked = PromQl.metrics(expression);
        assertThat(asked).as(expression).isNotEmpty();
        assertThat(known).as(expression).containsAll(asked);
        assertThat(expression.chars().filter(c -> c == '(').count())
                .as(expression)
                .isEqualTo(expression.chars().filter(c -> c == ')').count());
    }

    @Test
    void metrics_are_found_in_an_expression() {
        assertThat(
                        PromQl.metrics(
                                "histogram_quantile(0.99, sum by (le) (rate(command_seconds_bucket{outcome=\"recorded\"}[5m]))) > 1"))
                .containsExactly("command_seconds");
        assertThat(PromQl.metrics("max(a_b / c_d) > 0.8 or min by (job) (e:f) == 0"))
                .containsExactly("a_b", "c_d", "e:f");
    }

    @Test
    void every_panel_asks_for_metrics_that_are_there() throws IOException {
        List<String> titles = new ArrayList<>();
        Set<Integer> ids = new TreeSet<>();
        for (JsonNode panel : dashboard().get("panels")) {
            assertThat(ids.add(panel.get("id").asInt())).isTrue();
            if (panel.get("type").asString().equals("row")) {
                continue;
            }
            titles.add(panel.get("title").asString());
            assertThat(panel.get("description").asString()).isNotBlank();
            assertThat(panel.get("targets").size()).isPositive();
            panel.get("targets")
                    .forEach(target -> asksForWhatThereIs(target.get("expr").asString()));
        }
        assertThat(titles).doesNotHaveDuplicates().hasSizeGreaterThan(15);
    }

    @Test
    void every_alert_has_the_form_of_one_and_asks_for_metrics_that_are_there() throws IOException {
        Set<String> names = new TreeSet<>();
        for (Map<String, Object> alert : alerts()) {
            assertThat(alert.keySet()).isSubsetOf("alert", "expr", "for", "labels", "annotations");
            assertThat(names.add(alert.get("alert").toString())).isTrue();
            assertThat(alert.get("alert").toString()).matches("[A-Z][A-Za-z]+");
            assertThat(alert.getOrDefault("for", "1m").toString()).matches(DURATION);
            assertThat(((Map<?, ?>) alert.get("labels")).get("severity")).isIn("page", "ticket");
            assertThat(((Map<?, ?>) alert.get("annotations")).get("summary").toString())
                    .isNotBlank();
            asksForWhatThereIs(alert.get("expr").toString());
        }
        assertThat(names).hasSizeGreaterThan(10);
    }

    @Test
    void what_to_do_about_each_alert_stands_in_the_document() throws IOException {
        String document = Files.readString(TOP.resolve("docs/operations.md"));

        for (Map<String, Object> alert : alerts()) {
            assertThat(document).contains("| `" + alert.get("alert") + "` |");
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void files_that_compose_mounts_are_there() throws IOException {
        Map<String, Object> services =
                (Map<String, Object>) yaml("docker-compose.yml").get("services");
        for (String name : List.of("prometheus", "grafana")) {
            Map<String, Object> service = (Map<String, Object>) services.get(name);
            assertThat(service.get("profiles")).isEqualTo(List.of("monitoring"));
            for (String volume : (List<String>) service.get("volumes")) {
                if (volume.startsWith("./")) {
                    assertThat(TOP.resolve(volume.substring(2, volume.indexOf(':'))))
                            .exists();
                }
            }
        }
        assertThat(yaml("docker/prometheus/prometheus.yml").get("rule_files"))
                .isEqualTo(List.of("/etc/prometheus/alerts.yml"));
    }
}
