package org.progressledger.query.projectlist;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.ProjectStatus;
import org.progressledger.query.frame.Beyond;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.projection.ProjectView;
import org.progressledger.query.projection.RegisterSums;
import org.progressledger.query.projectlist.AgencyTotals.AgencyTotal;
import org.progressledger.query.projectlist.ProjectListPage.Count;
import org.progressledger.query.projectlist.ProjectListPage.Pager;
import org.progressledger.query.projectlist.ProjectListPage.Sums;

/**
 * What was found for the list, or why nothing was.
 *
 * @param day of the status; null where nothing was looked for
 * @param byStatus how many of each; of another day every agency's
 */
record ListFindings(
        @Nullable LocalDate day,
        long first,
        List<ProjectView> projects,
        long total,
        Map<String, Long> byStatus,
        BigDecimal spent,
        BigDecimal allocated,
        @Nullable String problem) {

    static ListFindings refused(String problem) {
        return new ListFindings(null, 0, List.of(), 0, Map.of(), BigDecimal.ZERO, BigDecimal.ZERO, problem);
    }

    static ListFindings of(Question question, LocalDate day, Register.Read read) {
        return new ListFindings(
                day,
                (long) question.page() * question.size(),
                read.projects(),
                read.sums().stream().mapToLong(RegisterSums.Sum::projects).sum(),
                read.sums().stream().collect(Collectors.toMap(RegisterSums.Sum::status, RegisterSums.Sum::projects)),
                BigDecimal.valueOf(
                        read.sums().stream().mapToLong(RegisterSums.Sum::spent).sum(), 2),
                BigDecimal.valueOf(
                        read.sums().stream()
                                .mapToLong(RegisterSums.Sum::allocated)
                                .sum(),
                        2),
                null);
    }

    static ListFindings of(Question question, LocalDate day, Register.Found<ProjectView> found) {
        return new ListFindings(
                day,
                (long) question.page() * question.size(),
                found.projects(),
                found.total(),
                found.totals().byStatus(),
                sum(found, AgencyTotal::spent),
                sum(found, AgencyTotal::allocated),
                null);
    }

    private static BigDecimal sum(Register.Found<?> found, Function<AgencyTotal, BigDecimal> what) {
        return found.totals().byAgency().stream().map(what).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Nullable
    Sums sums(Frame frame) {
        if (day == null) {
            return null;
        }
        // an officer learns the sums of others, and does not read them as the own ones
        boolean own = byStatus.values().stream().mapToLong(Long::longValue).sum() == total;
        return new Sums(
                Figures.count(total),
                Arrays.stream(ProjectStatus.values())
                        .filter(status -> own && byStatus.getOrDefault(status.name(), 0L) > 0)
                        .map(status -> new Count(
                                frame.say("status." + status.name()),
                                Figures.count(byStatus.getOrDefault(status.name(), 0L))))
                        .toList(),
                own ? Figures.baht(spent) : "",
                own ? Figures.baht(allocated) : "");
    }

    @Nullable
    Beyond beyond(ListFilter filter) {
        return Beyond.of(
                (int) (first / ListFilter.ON_A_PAGE) + 1, ListFilter.ON_A_PAGE, projects.size(), total, filter::linkTo);
    }

    Pager pager(ListFilter filter) {
        if (projects.isEmpty()) {
            return new Pager(0, 0, null, null);
        }
        long page = first / ListFilter.ON_A_PAGE + 1;
        long to = first + projects.size();
        return new Pager(
                first + 1, to, page == 1 ? null : filter.linkTo(page - 1), to < total ? filter.linkTo(page + 1) : null);
    }
}
