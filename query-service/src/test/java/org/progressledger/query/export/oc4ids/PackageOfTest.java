package org.progressledger.query.export.oc4ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.progressledger.events.AppealFiled;
import org.progressledger.events.Baht;
import org.progressledger.events.EvidenceAttached;
import org.progressledger.events.FormCertified;
import org.progressledger.events.PauseCause;
import org.progressledger.events.Percent;
import org.progressledger.events.PersonalData;
import org.progressledger.events.PlanRecorded;
import org.progressledger.events.PlannedMonth;
import org.progressledger.events.ProgressReported;
import org.progressledger.events.ProjectCancelled;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectCompleted;
import org.progressledger.events.ProjectEvent;
import org.progressledger.events.ProjectPaused;
import org.progressledger.events.ReportContent;
import org.progressledger.events.ReportReturned;
import org.progressledger.events.ScheduleStatus;
import org.progressledger.events.Sha256;
import org.progressledger.events.TargetStatus;
import org.progressledger.query.Office;
import org.progressledger.query.export.Projects;
import org.progressledger.query.export.oc4ids.Oc4ids.ProjectPackage;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the standard's reference demands of a package, field by field; its schema file is in no package registry, so it is
 * not here to compare with.
 */
class PackageOfTest {
    // digits as they come: 10.00 is not 10.0
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final String TEXT = "50470000-3298";
    private static final ProjectCode CODE = ProjectCode.of(TEXT);
    private static final Set<String> STATUSES =
            Set.of("identification", "preparation", "implementation", "completion", "completed", "cancelled");
    private static final Oc4idsSettings SETTINGS = new Oc4idsSettings(
            "oc4ids-abc123",
            "สำนักตัวอย่าง",
            URI.create("https://ledger.example.org"),
            URI.create("https://creativecommons.org/licenses/by/4.0/"));

    private static JsonNode packageOf(ProjectEvent... events) {
        ProjectPackage made = PackageOf.of(Projects.of(Arrays.asList(events)), SETTINGS);
        return JSON.readTree(JSON.writeValueAsString(made));
    }

    private static JsonNode projectOf(ProjectEvent... events) {
        return packageOf(events).path("projects").path(0);
    }

    private static ProjectEvent registered() {
        return Office.registered(TEXT, "ขุดลอกคลอง");
    }

    private static ProgressReported spent(int no, String percent, String baht) {
        ReportContent content = new ReportContent(
                Percent.of(percent), Baht.of(baht), ScheduleStatus.ON_PLAN, TargetStatus.UNKNOWN, "ตามแผน");
        return new ProgressReported(CODE, no, 1, LocalDate.of(2020, 10, 28).plusMonths(no - 1), content, null);
    }

    @Test
    void a_package_says_who_publishes_what_and_when_it_last_changed() {
        JsonNode made = packageOf(registered(), Office.reported(TEXT, 1, "20"));

        assertThat(URI.create(made.path("uri").asString()))
                .isEqualTo(URI.create("https://ledger.example.org/api/v1/projects/50470000-3298/oc4ids.json"));
        assertThat(OffsetDateTime.parse(made.path("publishedDate").asString()))
                .isEqualTo(OffsetDateTime.parse("2021-10-01T03:00:01Z"));
        assertThat(made.path("version").asString()).matches("\\d+\\.\\d+").isEqualTo("0.9");
        assertThat(made.path("publisher").path("name").asString()).isEqualTo("สำนักตัวอย่าง");
        assertThat(made.path("license").asString()).isEqualTo("https://creativecommons.org/licenses/by/4.0/");
        assertThat(made.path("projects").size()).isEqualTo(1);
    }

    @Test
    void a_project_has_its_period_budget_and_authority() {
        JsonNode project = projectOf(registered());

        assertThat(project.path("id").asString()).isEqualTo("oc4ids-abc123-50470000-3298");
        assertThat(project.path("title").asString()).isEqualTo("ขุดลอกคลอง");
        assertThat(project.path("description").asString()).isEqualTo("เพราะจำเป็น");
        assertThat(project.path("period").toString())
                .isEqualTo("{\"startDate\":\"2020-10-01T00:00:00+07:00\",\"endDate\":\"2021-09-30T23:59:59+07:00\","
                        + "\"durationInDays\":365}");
        assertThat(project.path("budget").path("amount").toString())
                .isEqualTo("{\"amount\":250000.00,\"currency\":\"THB\"}");
        assertThat(project.path("publicAuthority").path("id").asString()).isEqualTo("oc4ids-abc123-50470000");
        assertThat(project.path("parties").path(0).path("id"))
                .isEqualTo(project.path("publicAuthority").path("id"));
        assertThat(project.path("parties").path(0).path("roles").toString()).isEqualTo("[\"publicAuthority\"]");
        assertThat(project.has("metrics")).isFalse();
        assertThat(project.has("completion")).isFalse();
    }

    @Test
    void each_report_that_counts_is_an_observation_of_the_work_and_of_the_money() {
        JsonNode metrics = projectOf(
                        registered(),
                        spent(1, "20", "100"),
                        Office.reported(TEXT, 2, "40"),
                        Office.reported(TEXT, 3, "60"),
                        new ReportReturned(CODE, 3, 1))
                .path("metrics");

        assertThat(metrics.path(0).path("id").asString()).isEqualTo("physicalProgress");
        assertThat(metrics.path(0).path("observations").size()).isEqualTo(2);
        assertThat(metrics.path(0).path("observations").path(1).toString())
                .isEqualTo("{\"id\":\"2\",\"period\":{\"startDate\":\"2020-11-28T00:00:00+07:00\",\"endDate\":"
                        + "\"2020-11-28T23:59:59+07:00\"},\"measure\":\"40.00\",\"unit\":{\"name\":\"percent\","
                        + "\"scheme\":\"UNCEFACT\",\"id\":\"P1\"},\"notes\":\"ดำเนินการตามแผน\"}");
        assertThat(metrics.path(1).path("id").asString()).isEqualTo("financialProgress");
        assertThat(metrics.path(1).path("observations").size()).isEqualTo(1);
        assertThat(metrics.path(1).path("observations").path(0).path("value").toString())
                .isEqualTo("{\"amount\":100.00,\"currency\":\"THB\"}");
    }

    @Test
    void statuses_are_those_of_the_standard_and_one_hundred_per_cent_completes_nothing() {
        LocalDate day = LocalDate.of(2021, 9, 1);
        ProjectEvent paused = new ProjectPaused(CODE, day, PauseCause.COVID_19, "ชะลอ", null);
        ProjectEvent completed = new ProjectCompleted(CODE, day, null, null);
        ProjectEvent certified =
                new FormCertified(CODE, new PersonalData("p-1", "AAAA"), null, day, 3, Sha256.ofBytes(new byte[] {1}));

        assertThat(status(registered(), Office.reported(TEXT, 1, "100"))).isEqualTo("implementation");
        assertThat(status(registered(), paused)).isEqualTo("implementation");
        assertThat(status(registered(), completed)).isEqualTo("completion");
        assertThat(status(registered(), completed, certified)).isEqualTo("completed");
        assertThat(status(registered(), new ProjectCancelled(CODE, day, null))).isEqualTo("cancelled");
        JsonNode completion = projectOf(registered(), completed).path("completion");
        assertThat(completion.path("endDate").asString()).isEqualTo("2021-09-01T23:59:59+07:00");
        assertThat(completion.path("finalValue").path("amount").decimalValue()).isEqualByComparingTo("1234.50");
    }

    private static String status(ProjectEvent... events) {
        String status = projectOf(events).path("status").asString();
        assertThat(STATUSES).contains(status);
        return status;
    }

    @Test
    void pauses_appeals_a_cancellation_and_files_are_documents_with_ids_of_their_own() {
        LocalDate day = LocalDate.of(2021, 5, 1);
        JsonNode documents = projectOf(
                        registered(),
                        new ProjectPaused(CODE, day, PauseCause.COVID_19, "ชะลอเพราะโควิด", null),
                        new AppealFiled(CODE, 1, day, "เกณฑ์ไม่เหมาะ", "ขอปรับเกณฑ์", null),
                        new EvidenceAttached(CODE, Sha256.ofBytes(new byte[] {2}), "image/png", 12, "ภาพกิจกรรม.png"),
                        new ProjectCancelled(CODE, day, null))
                .path("documents");

        List<String> ids = new ArrayList<>();
        List<String> types = new ArrayList<>();
        documents.forEach(document -> {
            ids.add(document.path("id").asString());
            types.add(document.path("documentType").asString(""));
            assertThat(document.path("title").asString()).isNotBlank();
            if (document.has("datePublished")) {
                OffsetDateTime.parse(document.path("datePublished").asString());
            }
        });
        assertThat(new HashSet<>(ids)).hasSize(4);
        assertThat(types).containsExactly("projectPause", "complaints", "cancellationDetails", "");
        assertThat(documents.path(1).path("description").asString()).isEqualTo("เกณฑ์ไม่เหมาะ\nขอปรับเกณฑ์");
    }

    @Test
    void the_last_plan_is_a_forecast() {
        JsonNode forecasts = projectOf(
                        registered(),
                        new PlanRecorded(
                                CODE,
                                LocalDate.of(2020, 10, 1),
                                List.of(new PlannedMonth(YearMonth.of(2020, 10), Percent.of("10"))),
                                null))
                .path("forecasts");

        assertThat(forecasts.path(0).path("id").asString()).isEqualTo("physicalProgress");
        assertThat(forecasts
                        .path(0)
                        .path("observations")
                        .path(0)
                        .path("measure")
                        .asString())
                .isEqualTo("10.00");
        assertThat(forecasts
                        .path(0)
                        .path("observations")
                        .path(0)
                        .path("period")
                        .path("endDate")
                        .asString())
                .isEqualTo("2020-10-31T23:59:59+07:00");
    }

    @Test
    void refuses_settings_that_name_nothing() {
        URI url = URI.create("https://ledger.example.org");
        assertThatThrownBy(() -> new Oc4idsSettings("a b", "p", url, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Oc4idsSettings("a", " ", url, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Oc4idsSettings("a", "p", URI.create("https://x/"), null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Oc4idsSettings("a", "p", url, URI.create("by")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
