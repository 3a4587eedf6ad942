package org.progressledger.query.export.oc4ids;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of OC4IDS 0.9 that a project can fill; the names are the standard's. What is not stated is absent. */
final class Oc4ids {
    static final String VERSION = "0.9";

    private Oc4ids() {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ProjectPackage(
            String uri,
            OffsetDateTime publishedDate,
            String version,
            Publisher publisher,
            @Nullable String license,
            List<Project> projects) {}

    record Publisher(String name) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Project(
            String id,
            OffsetDateTime updated,
            String title,
            @Nullable String description,
            String status,
            Period period,
            @Nullable String purpose,
            Budget budget,
            OrganizationReference publicAuthority,
            List<Organization> parties,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Document> documents,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Metric> forecasts,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Metric> metrics,
            @Nullable Completion completion) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Period(
            OffsetDateTime startDate,
            @Nullable OffsetDateTime endDate,
            @Nullable Long durationInDays) {}

    record Value(BigDecimal amount, String currency) {
        static Value ofBaht(BigDecimal amount) {
            return new Value(amount, "THB");
        }
    }

    record Budget(Value amount) {}

    record OrganizationReference(String name, String id) {}

    record Organization(String name, String id, List<String> roles) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Document(
            String id,
            @Nullable String documentType,
            String title,
            @Nullable String description,
            @Nullable OffsetDateTime datePublished,
            @Nullable String format,
            String language) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Metric(String id, String title, @Nullable String description, List<Observation> observations) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Observation(
            String id,
            Period period,
            @Nullable Value value,
            @Nullable String measure,
            @Nullable Unit unit,
            @Nullable String notes) {}

    /** UN/CEFACT's code of per cent. */
    record Unit(String name, String scheme, String id) {
        static final Unit PERCENT = new Unit("percent", "UNCEFACT", "P1");
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Completion(OffsetDateTime endDate, @Nullable Value finalValue) {}
}
