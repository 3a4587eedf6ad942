package org.progressledger.query.export;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.events.AuditFlag;
import org.progressledger.events.ProjectStatus;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.progressledger.query.export.Order.Format;
import org.progressledger.query.projectlist.Question;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register, or what a filter leaves of it, as a file. */
@RestController
class RegisterExportController {
    private final ProjectFiles files;

    RegisterExportController(ProjectFiles files) {
        this.files = files;
    }

    @Operation(summary = "Projects with their lists as one JSON file", tags = "Exports")
    @ApiResponse(
            responseCode = "200",
            description = "The file, sent as it is made",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ExportedProjects.class)))
    @GetMapping("/api/v1/projects/export.json")
    void registerAsJson(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable ProjectStatus status,
            @RequestParam(required = false) @Nullable Integer fiscalYear,
            @RequestParam(required = false) @Nullable AuditFlag flag,
            @Parameter(hidden = true) @RequestParam(required = false) @Nullable String asOf,
            @Parameter(hidden = true) @RequestParam(required = false) @Nullable String recordedAt,
            @RequestParam(defaultValue = "projectCode") String sort,
            @RequestParam(required = false) @Nullable Long atLeast,
            @CurrentAsker Asker asker,
            HttpServletResponse response)
            throws IOException {
        Asked asked = new Asked(q, agency, status, fiscalYear, flag, asOf, recordedAt, sort);
        files.many(asked.question(), asked.filter(), Format.JSON, null, atLeast, asker, response);
    }

    @Operation(summary = "One table of projects as CSV", tags = "Exports")
    @ApiResponse(
            responseCode = "200",
            description = "The file, sent as it is made",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    @GetMapping("/api/v1/projects/export.csv")
    void registerAsCsv(
            @RequestParam(defaultValue = "projects") String table,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable ProjectStatus status,
            @RequestParam(required = false) @Nullable Integer fiscalYear,
            @RequestParam(required = false) @Nullable AuditFlag flag,
            @Parameter(hidden = true) @RequestParam(required = false) @Nullable String asOf,
            @Parameter(hidden = true) @RequestParam(required = false) @Nullable String recordedAt,
            @RequestParam(defaultValue = "projectCode") String sort,
            @RequestParam(required = false) @Nullable Long atLeast,
            @CurrentAsker Asker asker,
            HttpServletResponse response)
            throws IOException {
        Asked asked = new Asked(q, agency, status, fiscalYear, flag, asOf, recordedAt, sort);
        files.many(asked.question(), asked.filter(), Format.CSV, ProjectFiles.table(table), atLeast, asker, response);
    }

    @Operation(summary = "Projects as an Excel workbook, a sheet for each table", tags = "Exports")
    @ApiResponse(
            responseCode = "200",
            description = "The file, sent as it is made",
            content =
                    @Content(
                            mediaType = ProjectExportController.XLSX,
                            schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/api/v1/projects/export.xlsx")
    void registerAsXlsx(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable ProjectStatus status,
            @RequestParam(required = false) @Nullable Integer fiscalYear,
            @RequestParam(required = false) @Nullable AuditFlag flag,
            @Parameter(hidden = true) @RequestParam(required = false) @Nullable String asOf,
            @Parameter(hidden = true) @RequestParam(required = false) @Nullable String recordedAt,
            @RequestParam(defaultValue = "projectCode") String sort,
            @RequestParam(required = false) @Nullable Long atLeast,
            @CurrentAsker Asker asker,
            HttpServletResponse response)
            throws IOException {
        Asked asked = new Asked(q, agency, status, fiscalYear, flag, asOf, recordedAt, sort);
        files.many(asked.question(), asked.filter(), Format.XLSX, null, atLeast, asker, response);
    }

    /** The filter as of {@code GET /projects}. */
    private record Asked(
            @Nullable String q,
            @Nullable String agency,
            @Nullable ProjectStatus status,
            @Nullable Integer fiscalYear,
            @Nullable AuditFlag flag,
            @Nullable String asOf,
            @Nullable String recordedAt,
            String sort) {

        /** Today's status under another day's name would be believed. */
        Question question() {
            refuse("asOf", asOf);
            refuse("recordedAt", recordedAt);
            return Question.of(q, agency, status, fiscalYear, 0, 1, sort).flagged(flag);
        }

        private static void refuse(String parameter, @Nullable String given) {
            if (given != null) {
                throw new ProblemException(CommonReason.NOT_YET_SUPPORTED, Map.of("parameter", parameter))
                        .withStatus(400);
            }
        }

        /** What was given, for the file and the record of exports. */
        Map<String, String> filter() {
            Map<String, String> given = new LinkedHashMap<>();
            put(given, "q", q);
            put(given, "agency", agency);
            put(given, "status", status);
            put(given, "fiscalYear", fiscalYear);
            put(given, "flag", flag);
            return given;
        }

        private static void put(Map<String, String> given, String name, @Nullable Object value) {
            if (value != null) {
                given.put(name, value.toString());
            }
        }
    }
}
