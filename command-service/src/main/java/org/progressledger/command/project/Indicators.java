package org.progressledger.command.project;

import static org.progressledger.command.project.Decision.accept;
import static org.progressledger.command.project.Decision.refuse;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.progressledger.command.project.ProjectCommand.AdoptIndicator;
import org.progressledger.command.project.ProjectCommand.ChangeCriteria;
import org.progressledger.command.project.ProjectCommand.EvaluateQuarter;
import org.progressledger.command.project.ProjectCommand.RecordResult;
import org.progressledger.events.Appeal;
import org.progressledger.events.AppealState;
import org.progressledger.events.CriteriaVersion;
import org.progressledger.events.Fact;
import org.progressledger.events.Indicator;
import org.progressledger.events.IndicatorAdopted;
import org.progressledger.events.IndicatorCriteriaChanged;
import org.progressledger.events.IndicatorId;
import org.progressledger.events.IndicatorResultRecorded;
import org.progressledger.events.Project;
import org.progressledger.events.Quarter;
import org.progressledger.events.QuarterEvaluated;
import org.progressledger.events.Score;
import org.progressledger.events.ScorePart;

/** The rules about the coordinators' indicators, their results and criteria, and the quarters' scores. */
final class Indicators {
    private Indicators() {}

    static Decision adopt(AdoptIndicator adopt, Project project, LocalDate today) {
        IndicatorId id = adopt.id() == null ? anId(adopt, project) : adopt.id();
        if (project.indicators().containsKey(id)) {
            return refuse(Refusal.INDICATOR_ALREADY_ADOPTED, Map.of("indicator", id));
        }
        Decision ahead = refusedAhead(adopt.adoptedOn(), today);
        return ahead != null
                ? ahead
                : accept(new IndicatorAdopted(
                        adopt.project(),
                        id,
                        adopt.code(),
                        adopt.text(),
                        adopt.kind(),
                        adopt.unit(),
                        adopt.target(),
                        adopt.criteria(),
                        adopt.adoptedOn()));
    }

    /** The code where it can be one, else the first free number. */
    private static IndicatorId anId(AdoptIndicator adopt, Project project) {
        try {
            return IndicatorId.of(Objects.requireNonNullElse(adopt.code(), ""));
        } catch (IllegalArgumentException notOne) {
            return IntStream.iterate(1, number -> number + 1)
                    .mapToObj(number -> IndicatorId.of("i" + number))
                    .filter(id -> !project.indicators().containsKey(id))
                    .findFirst()
                    .orElseThrow();
        }
    }

    static Decision result(RecordResult record, Project project, LocalDate today) {
        Indicator indicator = project.indicators().get(record.indicator());
        if (indicator == null) {
            return notAdopted(record.indicator());
        }
        Decision refused = refusedStatement(record.quarter(), record.statedOn(), indicator, today);
        if (refused != null) {
            return refused;
        }
        Fact standing = indicator.resultOf(record.quarter()).orElse(null);
        if (standing != null && standing.event() instanceof IndicatorResultRecorded before) {
            if (Objects.equals(before.result(), record.result())
                    && Objects.equals(before.narrative(), record.narrative())) {
                return refuse(Refusal.RESULT_CHANGES_NOTHING, Map.of("quarter", record.quarter()));
            }
            if (record.reason() == null) {
                return refuse(Refusal.REPLACING_NEEDS_A_REASON, Map.of("quarter", record.quarter()));
            }
        }
        return accept(
                new IndicatorResultRecorded(
                        record.project(),
                        record.indicator(),
                        record.quarter(),
                        record.result(),
                        record.narrative(),
                        record.statedOn()),
                record.reason());
    }

    static Decision criteria(ChangeCriteria change, Project project) {
        Indicator indicator = project.indicators().get(change.indicator());
        if (indicator == null) {
            return notAdopted(change.indicator());
        }
        CriteriaVersion inForce = indicator.criteriaInForce();
        if (change.criteria().equals(inForce.text())) {
            return refuse(Refusal.CRITERIA_CHANGE_NOTHING, Map.of());
        }
        if (change.effectiveOn().isBefore(inForce.effectiveOn())) {
            return refuse(
                    Refusal.CRITERIA_CHANGED_LATER_ALREADY,
                    Map.of("since", inForce.effectiveOn(), "given", change.effectiveOn()));
        }
        Decision undecided = change.appealRound() == null ? null : refusedUndecided(change.appealRound(), project);
        return undecided != null
                ? undecided
                : accept(
                        new IndicatorCriteriaChanged(
                                change.project(),
                                change.indicator(),
                                inForce.version() + 1,
                                inForce.text(),
                                change.criteria(),
                                change.effectiveOn(),
                                change.appealRound()),
                        change.reason());
    }

    private static @Nullable Decision refusedUndecided(int round, Project project) {
        Appeal appeal = project.appeals().get(round);
        if (appeal == null) {
            return refuse(Refusal.APPEAL_NOT_FILED, Map.of("round", round));
        }
        return appeal.state() == AppealState.DECIDED
                ? null
                : refuse(Refusal.APPEAL_NOT_DECIDED, Map.of("round", round));
    }

    static Decision evaluate(EvaluateQuarter evaluate, Project project, LocalDate today) {
        IndicatorId id = evaluate.indicator();
        Indicator indicator = id == null ? null : project.indicators().get(id);
        if (id != null && indicator == null) {
            return notAdopted(id);
        }
        Decision refused = refusedStatement(evaluate.quarter(), evaluate.evaluatedOn(), indicator, today);
        if (refused != null) {
            return refused;
        }
        Integer version = indicator == null ? null : version(evaluate, indicator, today);
        if (indicator != null
                && version != null
                && version > indicator.criteriaInForce().version()) {
            return refuse(
                    Refusal.CRITERIA_VERSION_NOT_FOUND,
                    Map.of(
                            "version",
                            version,
                            "highest",
                            indicator.criteriaInForce().version()));
        }
        Fact standing = (indicator == null || version == null
                        ? project.evaluationOf(evaluate.quarter())
                        : indicator.evaluationOf(evaluate.quarter(), version))
                .orElse(null);
        if (standing != null && standing.event() instanceof QuarterEvaluated before) {
            if (saysTheSame(before, evaluate.score(), evaluate.parts(), evaluate.remark())) {
                return refuse(Refusal.EVALUATION_CHANGES_NOTHING, Map.of("quarter", evaluate.quarter()));
            }
            if (evaluate.reason() == null) {
                return refuse(Refusal.REPLACING_NEEDS_A_REASON, Map.of("quarter", evaluate.quarter()));
            }
        }
        return accept(
                new QuarterEvaluated(
                        evaluate.project(),
                        evaluate.quarter(),
                        id,
                        version,
                        evaluate.score(),
                        evaluate.parts(),
                        evaluate.remark(),
                        evaluate.evaluatedOn()),
                evaluate.reason());
    }

    /** The version that was asked for, else the one in force on the day of the score. */
    private static int version(EvaluateQuarter evaluate, Indicator indicator, LocalDate today) {
        if (evaluate.criteriaVersion() != null) {
            return evaluate.criteriaVersion();
        }
        LocalDate on = Objects.requireNonNullElse(evaluate.evaluatedOn(), today);
        return indicator.criteria().stream()
                .filter(version -> !version.effectiveOn().isAfter(on))
                .mapToInt(CriteriaVersion::version)
                .max()
                .orElse(1);
    }

    private static boolean saysTheSame(
            QuarterEvaluated before, @Nullable Score score, List<ScorePart> parts, @Nullable String remark) {
        return Objects.equals(before.score(), score)
                && before.parts().equals(parts)
                && Objects.equals(before.remark(), remark);
    }

    /** @param indicator what is spoken of; null for the project itself */
    private static @Nullable Decision refusedStatement(
            Quarter quarter, @Nullable LocalDate on, @Nullable Indicator indicator, LocalDate today) {
        Decision ahead = refusedAhead(on, today);
        if (ahead != null) {
            return ahead;
        }
        LocalDate stated = Objects.requireNonNullElse(on, today);
        if (stated.isBefore(quarter.startInclusive())) {
            return refuse(Refusal.QUARTER_HAS_NOT_BEGUN, Map.of("quarter", quarter, "given", stated));
        }
        LocalDate adoptedOn =
                indicator == null ? LocalDate.MIN : indicator.adoptedFact().happenedOn();
        return stated.isBefore(adoptedOn)
                ? refuse(Refusal.BEFORE_ADOPTION, Map.of("adoptedOn", adoptedOn, "given", stated))
                : null;
    }

    private static @Nullable Decision refusedAhead(@Nullable LocalDate given, LocalDate today) {
        return given != null && given.isAfter(today) ? Decisions.inTheFuture(given, today) : null;
    }

    private static Decision notAdopted(IndicatorId id) {
        return refuse(Refusal.INDICATOR_NOT_FOUND, Map.of("indicator", id));
    }
}
