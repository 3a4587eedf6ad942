package org.progressledger.query.export;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.events.PersonalData;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.progressledger.query.agencies.Agencies;
import org.progressledger.query.agencies.AgencyRegister;
import org.progressledger.query.asking.ProjectDesk;
import org.progressledger.query.export.Order.Format;
import org.progressledger.query.export.Order.Kind;
import org.progressledger.query.export.table.CsvFile;
import org.progressledger.query.export.table.ProjectsJson;
import org.progressledger.query.export.table.Table;
import org.progressledger.query.export.table.TableFile.Remark;
import org.progressledger.query.export.table.XlsxFile;
import org.progressledger.query.projection.KeptProjects;
import org.progressledger.query.projection.KeptProjects.KeptProject;
import org.progressledger.query.projection.KeptProjects.Lists;
import org.progressledger.query.projection.ProjectView.PersonView;
import org.progressledger.query.projectlist.Question;
import org.progressledger.query.projectlist.Register;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** One project or many as a file, persons as the asker may see them. */
@Component
class ProjectFiles {
    private final Exports exports;
    private final KeptProjects kept;
    private final Register register;
    private final Agencies agencies;
    private final ProjectDesk desk;
    private final JsonMapper mapper;
    private final InstantSource clock;

    ProjectFiles(
            Exports exports,
            KeptProjects kept,
            Register register,
            Agencies agencies,
            ProjectDesk desk,
            JsonMapper mapper,
            InstantSource clock) {
        this.exports = exports;
        this.kept = kept;
        this.register = register;
        this.agencies = agencies;
        this.desk = desk;
        this.mapper = mapper;
        this.clock = clock;
    }

    /** The table that a CSV file holds. */
    static Table table(String given) {
        return Arrays.stream(Table.values())
                .filter(table -> table.parameter().equals(given))
                .findFirst()
                .orElseThrow(() -> new ProblemException(CommonReason.INVALID_PARAMETER, Map.of("parameter", "table")));
    }

    /** @param table of a CSV file */
    void one(
            String code,
            Format format,
            @Nullable Table table,
            @Nullable Long atLeast,
            Asker asker,
            HttpServletResponse response)
            throws IOException {
        ProjectDesk.Fresh<KeptProject> found = desk.fresh(code, atLeast, asker, kept::one);
        KeptProject shown = shown(found.answer(), agencies.register(), asker);
        Order order = new Order(
                asker,
                Kind.PROJECT,
                format,
                parameter(table),
                shown.project().projectCode(),
                Map.of(),
                found.position());
        exports.send(order, response, content(order, table, Selection.of(shown)));
    }

    /** @param filter as it was asked for */
    void many(
            Question question,
            Map<String, String> filter,
            Format format,
            @Nullable Table table,
            @Nullable Long atLeast,
            Asker asker,
            HttpServletResponse response)
            throws IOException {
        Long position = desk.position(atLeast);
        Register.Chosen chosen = register.chosen(question, asker);
        AgencyRegister named = agencies.register();
        Selection selection = (lists, visitor) -> kept.each(
                chosen.filter(), chosen.order(), lists, project -> visitor.visit(shown(project, named, asker)));
        Order order = new Order(asker, Kind.REGISTER, format, parameter(table), null, filter, position);
        exports.send(order, response, content(order, table, selection));
    }

    private static @Nullable String parameter(@Nullable Table table) {
        return table == null ? null : table.parameter();
    }

    private KeptProject shown(KeptProject project, AgencyRegister register, Asker asker) {
        Function<PersonalData, PersonView> reading =
                desk.reading(project.project().projectCode(), asker);
        return new KeptProject(
                register.named(project.project()).shownBy(reading),
                project.reports().stream()
                        .map(report -> report.shownBy(reading))
                        .toList(),
                project.timeline(),
                project.percentChanges());
    }

    private Exports.Content content(Order order, @Nullable Table table, Selection selection) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return switch (order.format()) {
            case JSON -> out -> json(order, now, selection, out);
            case CSV ->
                new TableContent(selection, List.of(table == null ? Table.PROJECTS : table), CsvFile::new, List::of);
            case XLSX -> new TableContent(selection, List.of(Table.values()), XlsxFile::new, () -> remarks(order, now));
            case ZIP -> throw new IllegalArgumentException("No export is a ZIP");
        };
    }

    private void json(Order order, Instant now, Selection selection, Outgoing out) throws IOException {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("exportedAt", now);
        head.put("exportedBy", order.asker().id());
        head.put("ledgerPosition", order.position());
        head.put("filter", order.filter());
        ProjectsJson json = new ProjectsJson(out, mapper, head);
        selection.each(EnumSet.allOf(Lists.class), project -> {
            out.covers(project.project());
            out.row();
            json.project(project);
        });
        json.finish();
    }

    private static List<Remark> remarks(Order order, Instant now) {
        List<Remark> remarks = new ArrayList<>(List.of(
                new Remark("ส่งออกเมื่อ (UTC)", "Exported at (UTC)", now.toString()),
                new Remark("ส่งออกโดย", "Exported by", order.asker().id()),
                new Remark(
                        "สะท้อนสมุดบันทึกอย่างน้อยถึงลำดับที่",
                        "Reflects the ledger at least up to position",
                        String.valueOf(order.position() == null ? "-" : order.position())),
                new Remark("เวลาที่บันทึก", "Times of recording", "Asia/Bangkok"),
                new Remark("ปี พ.ศ.", "Buddhist era", "ค.ศ. + 543")));
        order.filter().forEach((name, value) -> remarks.add(new Remark("เงื่อนไข", "Filter", name + " = " + value)));
        return remarks;
    }
}
