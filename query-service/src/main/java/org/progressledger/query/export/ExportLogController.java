package org.progressledger.query.export;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.asking.Pages;
import org.progressledger.query.asking.ProjectDesk;
import org.progressledger.query.export.ExportLog.Taken;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who took which file. */
@RestController
class ExportLogController {
    private final ExportLog log;
    private final ProjectDesk desk;

    ExportLogController(ExportLog log, ProjectDesk desk) {
        this.log = log;
        this.desk = desk;
    }

    /** One page, the latest first. */
    record ExportPage(List<ExportLog.ExportEntry> items, int page, int size, long total) {}

    @Operation(summary = "Files that were taken: by whom, when, what, and whether to the end", tags = "Exports")
    @GetMapping("/api/v1/exports")
    ResponseEntity<ExportPage> exports(
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size,
            @RequestParam(required = false) @Nullable Long atLeast) {
        Pages.check(page, size);
        return desk.answer(
                atLeast,
                () -> new ExportPage(log.page(Taken.ALL, page * size, size), page, size, log.count(Taken.ALL)));
    }
}
