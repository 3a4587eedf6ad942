package org.progressledger.query.periods;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.events.FiscalYear;
import org.progressledger.events.ProjectCode;
import org.progressledger.query.agencies.Agencies;
import org.progressledger.query.agencies.Agency;
import org.progressledger.query.agencies.AgencyRegister;
import org.progressledger.query.periods.PeriodRow.ReportsOutside;
import org.progressledger.query.periods.PeriodRow.RowAgency;
import org.progressledger.query.periods.PeriodTotals.Total;
import org.progressledger.query.projection.ProjectView.PeriodView;
import org.progressledger.query.projectlist.Question;
import org.progressledger.query.projectlist.Register;
import org.springframework.stereotype.Component;

/** Every project beside the periods of a year, made from kept sheets for whichever day is asked. */
@Component
class ByPeriod {
    private final Register register;
    private final Sheets sheets;
    private final Agencies agencies;
    private final PeriodSettings settings;

    ByPeriod(Register register, Sheets sheets, Agencies agencies, PeriodSettings settings) {
        this.register = register;
        this.sheets = sheets;
        this.agencies = agencies;
        this.settings = settings;
    }

    /**
     * What is asked.
     *
     * @param projects which, in which order, and the page
     * @param today whether the day is today
     */
    record Wanted(
            Question projects,
            FiscalYear year,
            Measure measure,
            Cut cut,
            LocalDate on,
            boolean today,
            boolean exceptionsOnly) {}

    /** One page of rows, and sums over all projects that the filter leaves, other agencies' included. */
    record Found(List<PeriodRow> rows, long total, PeriodSums totals) {}

    /** Sums over all agencies, and of each: one for each agency of the register. */
    record PeriodSums(Total all, List<AgencySums> byAgency) {}

    /**
     * An agency's sums.
     *
     * @param code the main code
     * @param codes all codes of the agency
     */
    record AgencySums(String code, String name, List<String> codes, Total total) {}

    Found find(Wanted question, Asker asker) {
        Register.Choice choice = register.choose(question.projects(), asker);
        Set<ProjectCode> all = new HashSet<>(choice.counted());
        all.addAll(choice.visible());
        Map<String, KeptSheet> kept = sheets.of(question.year(), all);
        AgencyRegister known =
                agencies.knowing(kept.values().stream().map(KeptSheet::agency).collect(Collectors.toSet()));
        Adding adding = new Adding(question, known);
        List<PeriodRow> page = new ArrayList<>();
        long first = (long) question.projects().page() * question.projects().size();
        long total = 0;
        for (ProjectCode code : choice.visible()) {
            Optional<PeriodRow> row =
                    adding.row(kept.get(code.text()), choice.counted().contains(code));
            if (row.isPresent()
                    && (!question.exceptionsOnly() || !row.get().exceptions().isEmpty())) {
                if (total >= first && page.size() < question.projects().size()) {
                    page.add(row.get());
                }
                total++;
            }
        }
        Set<ProjectCode> others = new HashSet<>(choice.counted());
        choice.visible().forEach(others::remove);
        others.forEach(code -> adding.row(kept.get(code.text()), true));
        return new Found(page, total, adding.totals());
    }

    /** Makes rows and adds them up. */
    private final class Adding {
        private final Wanted question;
        private final AgencyRegister known;
        private final List<Column> columns;
        private final Cells cells;
        private final Anomalies anomalies;
        private final PeriodTotals all;
        private final Map<String, PeriodTotals> byAgency = new TreeMap<>();

        Adding(Wanted question, AgencyRegister known) {
            this.question = question;
            this.known = known;
            this.columns = question.cut().of(question.year());
            this.cells = new Cells(question.measure(), question.cut());
            this.anomalies = new Anomalies(question.measure(), question.cut(), settings);
            this.all = new PeriodTotals(question.measure(), columns);
        }

        /** Empty where there was no project on the day yet, or it changed into another year meanwhile. */
        Optional<PeriodRow> row(@Nullable KeptSheet kept, boolean counted) {
            Optional<PeriodRow> row = Optional.ofNullable(kept)
                    .flatMap(each -> OnDay.of(each.sheet(), question.on()).map(project -> row(each, project)));
            if (counted) {
                row.ifPresent(each -> {
                    all.add(each);
                    byAgency.computeIfAbsent(
                                    each.agency().mainCode(), code -> new PeriodTotals(question.measure(), columns))
                            .add(each);
                });
            }
            return row;
        }

        private PeriodRow row(KeptSheet kept, OnDay project) {
            List<Cell> made = cells.of(project, columns);
            Agency agency = agency(kept.agency());
            return new PeriodRow(
                    kept.code(),
                    kept.name(),
                    new RowAgency(kept.agency(), kept.agencyName(), agency.code(), agency.name()),
                    kept.status(),
                    new PeriodView(project.head().startsOn(), project.head().endsOn()),
                    project.head().allocated(),
                    made,
                    question.measure() == Measure.SPENT ? Spending.of(project) : null,
                    new ReportsOutside(
                            project.reports().stream()
                                    .filter(handed ->
                                            handed.on().isBefore(question.year().startInclusive()))
                                    .count(),
                            project.reports().stream()
                                    .filter(handed -> !handed.on()
                                            .isBefore(question.year().endExclusive()))
                                    .count()),
                    anomalies.of(project, columns, made, question.today()),
                    kept.position());
        }

        private Agency agency(String code) {
            return known.of(code).orElseGet(() -> Agency.unknown(code));
        }

        PeriodSums totals() {
            List<AgencySums> agencyTotals = new ArrayList<>();
            byAgency.forEach((code, totals) -> {
                Agency agency = agency(code);
                agencyTotals.add(new AgencySums(agency.code(), agency.name(), agency.codes(), totals.total()));
            });
            return new PeriodSums(all.total(), agencyTotals);
        }
    }
}
