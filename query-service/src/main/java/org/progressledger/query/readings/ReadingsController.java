package org.progressledger.query.readings;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.readings.ReadingLog.Reading;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who looked at which project. */
@RestController
class ReadingsController {
    private final ReadingDesk desk;

    ReadingsController(ReadingDesk desk) {
        this.desk = desk;
    }

    /** Some lines, the latest first. */
    record ReadingPage(List<Reading> items, @Nullable String next) {}

    @Operation(summary = "Who looked at which project, and when, the latest first", tags = "Readings")
    @GetMapping("/api/v1/readings")
    ReadingPage readings(
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable String project,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(defaultValue = "50") int size) {
        ReadingDesk.Found found = desk.find(account, project, from, to, before, size);
        return new ReadingPage(found.lines(), found.next());
    }
}
