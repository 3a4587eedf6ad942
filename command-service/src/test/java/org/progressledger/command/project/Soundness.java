package org.progressledger.command.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.progressledger.events.Amended;
import org.progressledger.events.Appeal;
import org.progressledger.events.CriteriaVersion;
import org.progressledger.events.Ending;
import org.progressledger.events.Fact;
import org.progressledger.events.Indicator;
import org.progressledger.events.Pause;
import org.progressledger.events.Percent;
import org.progressledger.events.PercentChange;
import org.progressledger.events.PercentChange.Cause;
import org.progressledger.events.Project;
import org.progressledger.events.ProjectDetailsAmended;
import org.progressledger.events.ProjectHistory;
import org.progressledger.events.RecordedEvent;
import org.progressledger.events.Report;

/** What is true of every history that the rules accepted. */
final class Soundness {
    private final List<RecordedEvent> recorded;
    private final ProjectHistory history;

    Soundness(List<RecordedEvent> recorded) {
        this.recorded = List.copyOf(recorded);
        this.history = ProjectHistory.of(recorded);
    }

    /** @param points how many as-of points are looked at beside now */
    void holds(Random sample, int points) {
        at(LocalDate.MAX, Instant.MAX);
        if (recorded.isEmpty()) {
            return;
        }
        Project now = history.on(LocalDate.MAX).orElseThrow();
        standstill(now);
        reports(now);
        indicators(now);
        appeals(now);
        amendments(now);
        ofOneFold(now);
        List<LocalDate> days = days();
        List<Instant> instants = instants();
        for (int i = 0; i < points; i++) {
            at(days.get(sample.nextInt(days.size())), instants.get(sample.nextInt(instants.size())));
        }
    }

    /** Every date that occurs and its neighbours. */
    private List<LocalDate> days() {
        List<LocalDate> days = new ArrayList<>(history.facts().stream()
                .map(Fact::happenedOn)
                .distinct()
                .flatMap(day -> Stream.of(day.minusDays(1), day, day.plusDays(1)))
                .distinct()
                .toList());
        days.add(LocalDate.MAX);
        return days;
    }

    private List<Instant> instants() {
        List<Instant> instants = new ArrayList<>(
                recorded.stream().map(RecordedEvent::recordedAt).distinct().toList());
        instants.add(recorded.getFirst().recordedAt().minusMillis(1));
        instants.add(Instant.MAX);
        return instants;
    }

    // --- at every point of both axes ---

    private void at(LocalDate happenedOn, Instant recordedAt) {
        String point = "as of (" + happenedOn + ", " + recordedAt + ")";
        Optional<Project> project = history.asOf(happenedOn, recordedAt);
        NaiveProject naive = new NaiveProject(recorded, happenedOn, recordedAt);
        assertThat(project.isPresent()).as(point).isEqualTo(naive.isThere());
        project.ifPresent(
                folded -> assertThat(Picture.of(folded)).as(point).containsExactlyInAnyOrderEntriesOf(naive.picture()));
        Percent percent = project.map(Project::percent).orElse(Percent.ZERO);
        addUp(history.percentChanges(happenedOn, recordedAt), percent, point);
    }

    private static void addUp(List<PercentChange> changes, Percent to, String point) {
        Percent current = Percent.ZERO;
        BigDecimal sum = BigDecimal.ZERO;
        long position = -1;
        Map<Integer, Percent> ofReports = new HashMap<>();
        for (PercentChange change : changes) {
            assertThat(change.from()).as("%s: goes on where it stood", point).isEqualTo(current);
            assertThat(change.fact().position()).as("%s: by position", point).isGreaterThan(position);
            assertThat(change.reportFrom()).as("%s: %s", point, change).isEqualTo(ofReports.get(change.reportNo()));
            assertThat(change.reportTo() == null)
                    .as("%s: a return has no report value after it", point)
                    .isEqualTo(change.cause() == Cause.RETURN);
            ofReports.put(change.reportNo(), change.reportTo());
            position = change.fact().position();
            current = change.to();
            sum = sum.add(change.change());
        }
        assertThat(sum).as("%s: the changes add up", point).isEqualByComparingTo(to.value());
        assertThat(current).as("%s: they end at the current percentage", point).isEqualTo(to);
    }

    // --- by all that is recorded ---

    private static void standstill(Project now) {
        assertThat(now.pauses().stream().filter(Pause::isOpen).count())
                .as("open pauses")
                .isLessThan(2);
        List<Pause> pauses = now.pauses().stream()
                .sorted(Comparator.comparing(Pause::startInclusive))
                .toList();
        for (int i = 1; i < pauses.size(); i++) {
            assertThat(pauses.get(i - 1).endExclusive())
                    .as("the end of a pause before the next one, %s", pauses.get(i))
                    .isNotNull()
                    .isBeforeOrEqualTo(pauses.get(i).startInclusive());
        }
        for (int i = 0; i < now.endings().size(); i++) {
            Ending ending = now.endings().get(i);
            assertThat(ending.reopened() == null)
                    .as("only the last ending holds")
                    .isEqualTo(i == now.endings().size() - 1 && ending.status().equals(now.status()));
            for (Report report : now.reports().values()) {
                boolean after = report.reportedOn().isAfter(ending.endedOn());
                boolean behind = ending.reopened() != null
                        && !report.reportedOn().isBefore(ending.reopened().happenedOn());
                assertThat(report.counts() && after && !behind)
                        .as(
                                "report %s of %s stands after the end of %s",
                                report.reportNo(), report.reportedOn(), ending)
                        .isFalse();
            }
        }
    }

    private void reports(Project now) {
        boolean typed = now.reports().values().stream().allMatch(report -> report.printed() == null);
        List<Integer> numbers = List.copyOf(now.reports().keySet());
        int printed = now.reports().values().stream()
                .filter(report -> report.printed() != null || !report.earlier().isEmpty())
                .mapToInt(Report::reportNo)
                .max()
                .orElse(0);
        List<Integer> behind =
                numbers.stream().filter(number -> number > printed).toList();
        assertThat(behind)
                .as("typed numbers follow")
                .isEqualTo(IntStream.rangeClosed(printed + 1, printed + behind.size())
                        .boxed()
                        .toList());
        if (typed) {
            assertThat(numbers)
                    .isEqualTo(IntStream.rangeClosed(1, numbers.size()).boxed().toList());
        }
        Report last = null;
        for (Report report : now.reports().values()) {
            assertThat(report.earlier()).hasSize(report.revision() - 1).noneMatch(Report::counts);
            assertThat(report.earlier())
                    .extracting(Report::revision)
                    .isEqualTo(IntStream.range(1, report.revision()).boxed().toList());
            if (report.counts()) {
                assertThat(typed
                                && last != null
                                && report.content()
                                        .percent()
                                        .isBelow(last.content().percent()))
                        .as("a fall at report %s", report.reportNo())
                        .isFalse();
                assertThat(typed && last != null && report.reportedOn().isBefore(last.reportedOn()))
                        .as("the dates of typed reports")
                        .isFalse();
                last = report;
            }
        }
        for (PercentChange change : history.percentChanges(LocalDate.MAX, Instant.MAX)) {
            boolean isTyped = change.fact().recorded().provenance().source() == null;
            assertThat(isTyped
                            && change.cause() == Cause.REPORT
                            && change.change().signum() < 0)
                    .as("a typed report falls: %s", change)
                    .isFalse();
        }
    }

    private static void indicators(Project now) {
        for (Indicator indicator : now.indicators().values()) {
            assertThat(indicator.criteria())
                    .extracting(CriteriaVersion::version)
                    .isEqualTo(IntStream.rangeClosed(1, indicator.criteria().size())
                            .boxed()
                            .toList());
            assertThat(indicator.criteria())
                    .extracting(CriteriaVersion::effectiveOn)
                    .isSortedAccordingTo(Comparator.naturalOrder());
        }
    }

    private static void appeals(Project now) {
        assertThat(now.appeals().values().stream().filter(Appeal::isOpen).count())
                .as("open rounds")
                .isLessThan(2);
        for (Appeal appeal : now.appeals().values()) {
            if (appeal.decidedFact() != null) {
                assertThat(appeal.withdrawn()).as("decided, so not taken back").isNull();
                assertThat(appeal.decidedFact().recorded().provenance().actor())
                        .as("nobody decides the own filing")
                        .isNotEqualTo(appeal.filedFact().recorded().provenance().actor());
            }
        }
    }

    /** What an amendment says that stood before it is what stood, at its date too. */
    private static void amendments(Project now) {
        Map<ProjectDetailsAmended.Detail, Object> standing = new HashMap<>();
        for (Fact fact : now.amendments()) {
            for (var each : ((ProjectDetailsAmended) fact.event()).changes().entrySet()) {
                Amended<?> amended = each.getValue();
                if (standing.containsKey(each.getKey())) {
                    assertThat(amended.before()).as("before %s", fact).isEqualTo(standing.get(each.getKey()));
                }
                standing.put(each.getKey(), amended.after());
            }
        }
    }

    private void ofOneFold(Project now) {
        assertThat(ProjectHistory.of(recorded).on(LocalDate.MAX))
                .as("told twice")
                .hasValue(now);
        List<Fact> shuffled = new ArrayList<>(history.facts());
        Collections.shuffle(shuffled, new Random(recorded.size()));
        assertThat(ProjectHistory.addUp(shuffled))
                .as("handed over in any order")
                .hasValue(now);
        assertThat(history.factsByHappening().stream().skip(1))
                .as("by date, then by position")
                .isSortedAccordingTo(Comparator.comparing(Fact::happenedOn).thenComparing(Fact::position));
        Map<String, Object> dense = Picture.of(ProjectHistory.of(
                        recorded.stream().map(Soundness::atItsSequence).toList())
                .on(LocalDate.MAX)
                .orElseThrow());
        Map<String, Object> jumping = Picture.of(now);
        dense.remove("position");
        jumping.remove("position");
        assertThat(dense).as("whatever stands between its events").isEqualTo(jumping);
    }

    private static RecordedEvent atItsSequence(RecordedEvent each) {
        return new RecordedEvent(
                each.sequence(),
                each.sequence(),
                each.id(),
                each.recordedAt(),
                each.hash(),
                each.event(),
                each.provenance());
    }
}
