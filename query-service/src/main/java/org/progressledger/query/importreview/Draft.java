package org.progressledger.query.importreview;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A draft as the command service answers it, as far as the page shows it.
 *
 * @param form the head's fields by name, beside the reports and the lines of everything
 * @param recorded how it stands to what is recorded; null while the project is not
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Draft(
        String importId,
        String sha256,
        @Nullable String fileName,
        @Nullable Instant waitsUntil,
        JsonNode form,
        List<Warning> warnings,
        @Nullable List<Reading> readings,
        List<Proposal> proposals,
        @Nullable Beside recorded,
        List<String> sourceLines) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Warning(String code, int line, String message) {}

    /** What can be read in more than one way. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Reading(String id, String field, @Nullable Integer reportNo, int line, List<Option> options, String taken) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Option(String id, String text, int line) {}

    /** @param lines first and last of each range */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Proposal(
            String id,
            String type,
            @Nullable Integer reportNo,
            JsonNode values,
            List<List<Integer>> lines,
            String matched,
            String confidence,
            @Nullable String rule) {

        /** What the paper's head states: it is accepted as it is, and all of it is one fact. */
        boolean isOfTheHead() {
            return rule == null;
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Report(
            int reportNo,
            @Nullable Integer labelNo,
            LocalDate reportedOn,
            BigDecimal percent,
            BigDecimal disbursed,
            String scheduleStatus,
            String targetStatus,
            String narrative,
            List<List<Integer>> lines) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Beside(
            long version,
            boolean older,
            List<Integer> newReports,
            List<Integer> sameReports,
            List<Different> differentReports,
            List<String> recordedProposals) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Different(int reportNo, List<DifferentField> fields) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record DifferentField(
            String field,
            @Nullable JsonNode recorded,
            @Nullable JsonNode printed) {}

    List<Reading> choices() {
        return Objects.requireNonNullElse(readings, List.of());
    }

    String projectCode() {
        return form.path("projectCode").asString("");
    }

    /** First and last line of each range of a field of the head. */
    List<List<Integer>> linesOf(String field) {
        return ranges(form.path("lines").path(field));
    }

    /** Where each field of the head stands. */
    Stream<Map.Entry<String, List<List<Integer>>>> fieldLines() {
        return form.path("lines").properties().stream()
                .map(field -> Map.entry(field.getKey(), ranges(field.getValue())));
    }

    private static List<List<Integer>> ranges(JsonNode lines) {
        return lines.valueStream()
                .map(range -> List.of(range.path(0).asInt(), range.path(1).asInt()))
                .toList();
    }

    /** Whether this is recorded already. */
    boolean isRecorded(Proposal proposal) {
        return recorded != null && recorded.recordedProposals().contains(proposal.id());
    }

    /** Whether a report would be recorded. */
    boolean isNew(Report report) {
        return recorded == null || recorded.newReports().contains(report.reportNo());
    }

    /** Reports that are recorded otherwise than the paper tells them. */
    List<Different> contradictions() {
        return recorded == null ? List.of() : recorded.differentReports();
    }

    /** What a confirmation records in any case: the registration and the reports that are new. */
    int certainFacts(List<Report> reports) {
        return (recorded == null ? 1 : 0)
                + (int) reports.stream().filter(this::isNew).count()
                + contradictions().size();
    }
}
