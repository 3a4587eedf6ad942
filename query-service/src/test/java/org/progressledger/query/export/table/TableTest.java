package org.progressledger.query.export.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectEvent;
import org.progressledger.events.ReportReturned;
import org.progressledger.query.Office;
import org.progressledger.query.export.Projects;
import org.progressledger.query.projection.KeptProjects.KeptProject;

class TableTest {
    private static final String CODE = "50470000-3298";

    private static List<Map<String, Object>> rows(Table table, KeptProject project) {
        return table.rows(project)
                .map(values -> {
                    Map<String, Object> row = new HashMap<>();
                    for (int i = 0; i < values.size(); i++) {
                        row.put(table.columns().get(i).name(), values.get(i));
                    }
                    return row;
                })
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Table.class)
    void columns_have_names_of_their_own_in_all_three_tongues_and_hold_what_they_say(Table table) {
        assertThat(table.columns())
                .extracting(Column::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-zA-Z0-9]+"));
        assertThat(table.columns()).extracting(Column::thai).doesNotHaveDuplicates();
        assertThat(table.columns()).extracting(Column::english).doesNotHaveDuplicates();
        // a sheet's name has 31 characters in Excel, the number of a further sheet among them
        assertThat(table.thai() + " " + table.english()).hasSizeLessThan(28);
        table.rows(Projects.withReports(3)).forEach(row -> {
            assertThat(row).hasSameSizeAs(table.columns());
            for (int i = 0; i < row.size(); i++) {
                Object value = row.get(i);
                if (value != null) {
                    assertThat(value)
                            .as(table.columns().get(i).name())
                            .isInstanceOf(type(table.columns().get(i)));
                }
            }
        });
    }

    private static Class<?> type(Column column) {
        return switch (column.kind()) {
            case TEXT -> String.class;
            case WHOLE -> Number.class;
            case DECIMAL -> BigDecimal.class;
            case DAY -> LocalDate.class;
            case INSTANT -> Instant.class;
        };
    }

    @Test
    void a_report_has_its_day_in_both_calendars_its_event_and_its_lines() {
        Map<String, Object> row = rows(Table.REPORTS, Projects.withReports(2)).get(1);

        assertThat(row)
                .containsEntry("projectCode", CODE)
                .containsEntry("reportNo", 2)
                .containsEntry("reportedOn", LocalDate.of(2020, 11, 28))
                .containsEntry("reportedOnThai", "28 พ.ย. 2563")
                .containsEntry("percent", new BigDecimal("2.00"))
                .containsEntry("change", new BigDecimal("1.00"))
                .containsEntry("scheduleStatus", "ON_PLAN")
                .containsEntry("scheduleStatusThai", "เป็นไปตามแผน")
                .containsEntry("position", 102L)
                .containsEntry("actor", "somsri")
                .containsEntry("sourceSha256", Office.PAPER.sha256().hex())
                .containsEntry("sourceLines", "3-4 9");
    }

    @Test
    void a_report_that_was_sent_back_and_handed_in_again_has_a_row_for_each_revision() {
        List<ProjectEvent> events = List.of(
                Office.registered(CODE, "ก"),
                Office.reported(CODE, 1, "10"),
                new ReportReturned(ProjectCode.of(CODE), 1, 1),
                new org.progressledger.events.ProgressReported(
                        ProjectCode.of(CODE), 1, 2, LocalDate.of(2020, 10, 28), Office.content("5"), null));

        assertThat(rows(Table.REPORTS, Projects.of(events)))
                .extracting(row -> row.get("revision") + " " + row.get("state") + " " + row.get("percent"))
                .containsExactly("1 RETURNED 10.00", "2 REPORTED 5.00");
    }

    @Test
    void the_project_has_its_latest_report_and_no_person_where_none_is_told() {
        Map<String, Object> row = rows(Table.PROJECTS, Projects.withReports(2)).get(0);

        assertThat(row)
                .containsEntry("status", "ACTIVE")
                .containsEntry("latestReportNo", 2)
                .containsEntry("percent", new BigDecimal("2.00"))
                .containsEntry("responsibleOfficer", null)
                .containsEntry("ledgerPosition", 102L);
        assertThat(rows(Table.TIMELINE, Projects.withReports(2))).hasSize(3);
        assertThat(rows(Table.PERCENT_CHANGES, Projects.withReports(2))).hasSize(2);
    }
}
