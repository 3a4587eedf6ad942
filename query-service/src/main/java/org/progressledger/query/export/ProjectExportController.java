package org.progressledger.query.export;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.query.export.Order.Format;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One project as a file. */
@RestController
class ProjectExportController {
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ProjectFiles files;

    ProjectExportController(ProjectFiles files) {
        this.files = files;
    }

    @Operation(summary = "A project with its lists as one JSON file", tags = "Exports")
    @ApiResponse(
            responseCode = "200",
            description = "The file, sent as it is made",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ExportedProjects.class)))
    @GetMapping("/api/v1/projects/{code}/export.json")
    void projectAsJson(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Long atLeast,
            @CurrentAsker Asker asker,
            HttpServletResponse response)
            throws IOException {
        files.one(code, Format.JSON, null, atLeast, asker, response);
    }

    @Operation(summary = "One table of a project as CSV", tags = "Exports")
    @ApiResponse(
            responseCode = "200",
            description = "The file, sent as it is made",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    @GetMapping("/api/v1/projects/{code}/export.csv")
    void projectAsCsv(
            @PathVariable String code,
            @RequestParam(defaultValue = "reports") String table,
            @RequestParam(required = false) @Nullable Long atLeast,
            @CurrentAsker Asker asker,
            HttpServletResponse response)
            throws IOException {
        files.one(code, Format.CSV, ProjectFiles.table(table), atLeast, asker, response);
    }

    @Operation(summary = "A project as an Excel workbook, a sheet for each table", tags = "Exports")
    @ApiResponse(
            responseCode = "200",
            description = "The file, sent as it is made",
            content = @Content(mediaType = XLSX, schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/api/v1/projects/{code}/export.xlsx")
    void projectAsXlsx(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Long atLeast,
            @CurrentAsker Asker asker,
            HttpServletResponse response)
            throws IOException {
        files.one(code, Format.XLSX, null, atLeast, asker, response);
    }
}
