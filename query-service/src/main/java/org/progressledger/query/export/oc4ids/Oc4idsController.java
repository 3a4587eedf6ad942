package org.progressledger.query.export.oc4ids;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.query.agencies.Agencies;
import org.progressledger.query.asking.ProjectDesk;
import org.progressledger.query.export.Exports;
import org.progressledger.query.export.Order;
import org.progressledger.query.export.Order.Format;
import org.progressledger.query.export.Order.Kind;
import org.progressledger.query.projection.KeptProjects;
import org.progressledger.query.projection.KeptProjects.KeptProject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** A project in the words of an open standard. */
@RestController
class Oc4idsController {
    private final Exports exports;
    private final KeptProjects kept;
    private final Agencies agencies;
    private final ProjectDesk desk;
    private final Oc4idsSettings settings;
    private final JsonMapper mapper;

    Oc4idsController(
            Exports exports,
            KeptProjects kept,
            Agencies agencies,
            ProjectDesk desk,
            Oc4idsSettings settings,
            JsonMapper mapper) {
        this.exports = exports;
        this.kept = kept;
        this.agencies = agencies;
        this.desk = desk;
        this.settings = settings;
        this.mapper = mapper;
    }

    @Operation(summary = "A project as a project package of OC4IDS 0.9", tags = "Exports")
    @ApiResponse(
            responseCode = "200",
            description = "The package",
            content = @Content(mediaType = "application/json", schema = @Schema(type = "object")))
    @GetMapping("/api/v1/projects/{code}/oc4ids.json")
    void oc4ids(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Long atLeast,
            @CurrentAsker Asker asker,
            HttpServletResponse response)
            throws IOException {
        ProjectDesk.Fresh<KeptProject> found = desk.fresh(code, atLeast, asker, kept::one);
        KeptProject read = found.answer();
        KeptProject named =
                new KeptProject(agencies.named(read.project()), read.reports(), read.timeline(), read.percentChanges());
        Order order = new Order(
                asker, Kind.OC4IDS, Format.JSON, null, read.project().projectCode(), Map.of(), found.position());
        exports.send(order, response, out -> {
            out.covers(read.project());
            out.row();
            out.write(mapper.writeValueAsBytes(PackageOf.of(named, settings)));
        });
    }
}
