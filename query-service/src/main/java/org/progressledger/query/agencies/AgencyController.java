package org.progressledger.query.agencies;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.progressledger.projectledger.AgencyEdit;
import org.progressledger.projectledger.AgencyEdit.Setting;
import org.progressledger.query.asking.Pages;
import org.progressledger.query.asking.ProjectDesk;
import org.progressledger.query.projection.QueryReason;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** หน่วยงาน: the register of agencies, and who changed what about them. */
@RestController
class AgencyController {
    private static final int LONGEST_QUERY = 200;
    private static final Pattern CODE = Pattern.compile("[0-9]{8}");

    private final Agencies agencies;
    private final ProjectDesk desk;

    AgencyController(Agencies agencies, ProjectDesk desk) {
        this.agencies = agencies;
        this.desk = desk;
    }

    /** One page of the register, by main code. */
    record AgencyPage(List<Agency> items, int page, int size, int total) {}

    /** An agency, and every edit that was ever made of one of its codes or put another under it, by number. */
    record AgencyWithEdits(@JsonUnwrapped Agency agency, List<AgencyEdit> edits) {}

    @Operation(summary = "Agencies with their codes and spellings", tags = "Agencies")
    @GetMapping("/api/v1/agencies")
    ResponseEntity<AgencyPage> agencies(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size,
            @RequestParam(required = false) @Nullable Long atLeast) {
        String words = q == null ? "" : q;
        require(words.length() <= LONGEST_QUERY && words.chars().noneMatch(Character::isISOControl), "q");
        Pages.check(page, size);
        return desk.answer(atLeast, () -> {
            List<Agency> found = agencies.register().search(words);
            List<Agency> items =
                    found.stream().skip((long) page * size).limit(size).toList();
            return new AgencyPage(items, page, size, found.size());
        });
    }

    @Operation(summary = "One agency, by any of its codes, with the edits made of it", tags = "Agencies")
    @GetMapping("/api/v1/agencies/{code}")
    ResponseEntity<AgencyWithEdits> agency(
            @PathVariable String code, @RequestParam(required = false) @Nullable Long atLeast) {
        require(CODE.matcher(code).matches(), "code");
        return desk.answer(
                atLeast,
                () -> agencies.register()
                        .of(code)
                        .map(agency -> new AgencyWithEdits(agency, editsOf(agency)))
                        .orElseThrow(() -> new ProblemException(QueryReason.AGENCY_NOT_FOUND, Map.of("agency", code))));
    }

    private List<AgencyEdit> editsOf(Agency agency) {
        return agencies.edits().stream()
                .filter(edit -> agency.codes().contains(edit.code())
                        || isUnder(edit.before(), agency)
                        || isUnder(edit.after(), agency))
                .toList();
    }

    private static boolean isUnder(Setting setting, Agency agency) {
        return agency.codes().stream().anyMatch(code -> Objects.equals(setting.belongsTo(), code));
    }

    private static void require(boolean holds, String parameter) {
        if (!holds) {
            throw new ProblemException(CommonReason.INVALID_PARAMETER, Map.of("parameter", parameter));
        }
    }
}
