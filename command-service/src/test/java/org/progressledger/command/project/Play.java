package org.progressledger.command.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.SimpleEventBus;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregate;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.jspecify.annotations.Nullable;
import org.progressledger.command.project.Decision.Accepted;
import org.progressledger.command.project.Decision.Refused;
import org.progressledger.command.project.ProjectCommand.PauseProject;
import org.progressledger.command.project.ProjectCommand.ReportProgress;
import org.progressledger.command.project.ProjectCommand.ResumeProject;
import org.progressledger.command.project.ProjectCommand.WithdrawFact;
import org.progressledger.events.EventCatalogue;
import org.progressledger.events.EventJson;
import org.progressledger.events.LateWindowOpened;
import org.progressledger.events.Percent;
import org.progressledger.events.Project;
import org.progressledger.events.ProjectEvent;
import org.progressledger.events.ProjectHistory;
import org.progressledger.events.Provenance;
import org.progressledger.events.RecordedEvent;
import org.progressledger.problems.ReasonCode;

/** One history as it grows: each step is asked twice and recorded as the ledger would; everything is checked. */
final class Play {
    private static final AggregateModel<ProjectAggregate> MODEL =
            AnnotatedAggregateMetaModelFactory.inspectAggregate(ProjectAggregate.class);
    private static final EventBus NOBODY_LISTENS = SimpleEventBus.builder().build();
    private static final Instant MORNING = Instant.parse("2020-10-01T02:00:00Z");

    private final List<RecordedEvent> recorded = new ArrayList<>();
    private final Set<ReasonCode> refusals = new HashSet<>();
    private final Set<Class<?>> accepted = new HashSet<>();
    private final Random sample = new Random(1);
    private int steps;

    static Play of(List<Step> steps) {
        Play play = new Play();
        steps.forEach(play::take);
        play.end();
        return play;
    }

    Set<ReasonCode> refusals() {
        return refusals;
    }

    /** Which commands were accepted at least once. */
    Set<Class<?>> accepted() {
        return accepted;
    }

    @Nullable
    Project project() {
        return ProjectHistory.of(recorded).on(LocalDate.MAX).orElse(null);
    }

    void take(Step step) {
        steps++;
        Project project = project();
        List<RecordedEvent> before = List.copyOf(recorded);
        Decision decision = decide(step, project);

        assertThat(decide(step, project()))
                .as("the same question, the same answer")
                .isEqualTo(decision);
        if (steps % 8 == 0) {
            assertThat(asTheAggregateDecides(step))
                    .as("what the aggregate decides")
                    .isEqualTo(decision);
        }
        switch (decision) {
            case Refused refused -> {
                refusals.add(refused.reason());
                assertThat(recorded).isEqualTo(before);
            }
            case Accepted events -> {
                accepted.add(step.command().getClass());
                events.outcomes().forEach(outcome -> record(outcome, step));
                keptItsPromise(step, project);
                new Soundness(recorded).holds(sample, 3);
            }
        }
    }

    /** When nothing more comes: many points of both axes. */
    void end() {
        new Soundness(recorded).holds(sample, 40);
    }

    private static Decision decide(Step step, @Nullable Project project) {
        return Decisions.decide(step.command(), project, step.asker(), step.today(), step.deadline());
    }

    private static Provenance provenance(Step step) {
        return new Provenance(
                step.asker().id(),
                step.asker().role().name(),
                step.asker().agency(),
                "command",
                null,
                null,
                null,
                null);
    }

    private Decision asTheAggregateDecides(Step step) {
        ProjectAggregate aggregate = new ProjectAggregate();
        for (RecordedEvent each : recorded) {
            MetaData metadata = MetaData.from(each.provenance().toMetadata())
                    .and(ProjectAggregate.RECORDED_AT, each.recordedAt().toString());
            aggregate.on(each.event(), each.sequence(), metadata);
        }
        Ask ask = new Ask(
                Dice.CODE.text(),
                step.command(),
                step.asker(),
                step.today(),
                step.deadline(),
                (long) recorded.size(),
                provenance(step));
        return AnnotatedAggregate.initialize(aggregate, MODEL, NOBODY_LISTENS).invoke(root -> root.handle(ask));
    }

    /** As it will be read back; other projects' events stand between, so positions jump. */
    private void record(Decision.Outcome outcome, Step step) {
        EventCatalogue entry = EventCatalogue.of(outcome.event());
        Provenance provenance = outcome.provenance(provenance(step));
        ProjectEvent read = EventJson.read(entry.storedName(), entry.revision(), EventJson.write(outcome.event()));
        assertThat(read).as("read back").isEqualTo(outcome.event());
        assertThat(Provenance.fromMetadata(provenance.toMetadata())).isEqualTo(provenance);
        long sequence = recorded.size();
        long days = step.today().toEpochDay() - Dice.START.toEpochDay();
        recorded.add(new RecordedEvent(
                sequence * 3 + 7,
                sequence,
                "e" + sequence,
                MORNING.plusSeconds(86_400L * days + sequence),
                "",
                read,
                provenance));
    }

    /** What the command asked for is now so. */
    private void keptItsPromise(Step step, @Nullable Project before) {
        Project after = Optional.ofNullable(project()).orElseThrow();
        switch (step.command()) {
            case PauseProject pause ->
                assertThat(after.openPause().orElseThrow().startInclusive())
                        .as("the pause is in force")
                        .isEqualTo(pause.effectiveOn());
            case ResumeProject resume ->
                assertThat(after.openPause()).as("work goes on").isEmpty();
            case WithdrawFact withdraw ->
                assertThat(after.withdrawn())
                        .extracting(each -> each.fact().sequence())
                        .contains(withdraw.sequence());
            case ReportProgress report -> {
                assertThat(after.percent()).isEqualTo(report.content().percent());
                Percent last = before == null ? Percent.ZERO : before.percent();
                assertThat(after.percent().isBelow(last))
                        .as("a typed report falls")
                        .isFalse();
                assertThat(isInTime(report, step))
                        .as("handed in before its deadline")
                        .isTrue();
            }
            default -> {}
        }
    }

    private boolean isInTime(ReportProgress report, Step step) {
        Integer days = step.deadline().daysAfterMonth();
        YearMonth month = YearMonth.from(report.reportedOn());
        return days == null
                || !step.today().isAfter(month.plusMonths(1).atDay(1).plusDays(days - 1L))
                || recorded.stream()
                        .anyMatch(each -> each.event() instanceof LateWindowOpened window
                                && window.month().equals(month)
                                && !window.untilInclusive().isBefore(step.today()));
    }
}
