package org.progressledger.query.indicators;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Paper;
import org.progressledger.query.frame.ProjectHead;
import org.progressledger.query.indicators.IndicatorsPage.Adopted;
import org.progressledger.query.indicators.IndicatorsPage.Change;
import org.progressledger.query.indicators.IndicatorsPage.Criteria;
import org.progressledger.query.indicators.IndicatorsPage.Part;
import org.progressledger.query.indicators.IndicatorsPage.Printed;
import org.progressledger.query.indicators.IndicatorsPage.Quarter;
import org.progressledger.query.indicators.IndicatorsPage.Result;
import org.progressledger.query.indicators.IndicatorsPage.Score;
import org.progressledger.query.projection.IndicatorViews.AdoptedIndicatorView;
import org.progressledger.query.projection.IndicatorViews.CriteriaView;
import org.progressledger.query.projection.IndicatorViews.EvaluationView;
import org.progressledger.query.projection.IndicatorViews.ResultView;
import org.progressledger.query.projection.ProjectView;
import org.progressledger.query.projection.ScoreChange;

/** From what is kept of a project's indicators to the words and figures in which they are read. */
final class IndicatorsTelling {
    private final ProjectView project;
    private final Frame frame;

    IndicatorsTelling(ProjectView project, Frame frame) {
        this.project = project;
        this.frame = frame;
    }

    IndicatorsPage page(ProjectHead head) {
        return new IndicatorsPage(
                frame,
                head,
                project.indicators().stream()
                        .map(printed -> new Printed(printed.dimension(), printed.code(), printed.text()))
                        .toList(),
                Paper.of(project.source()),
                project.adoptedIndicators().stream().map(this::adopted).toList(),
                project.evaluations().stream()
                        .filter(EvaluationView::stands)
                        .sorted(Comparator.comparing(EvaluationView::quarter))
                        .map(this::score)
                        .toList(),
                ScoreChange.of(project).reversed().stream().map(this::change).toList());
    }

    private Adopted adopted(AdoptedIndicatorView indicator) {
        return new Adopted(
                indicator.id(),
                Figures.count(indicator.event().position()),
                indicator.code(),
                indicator.text(),
                frame.say("asof.kind." + indicator.kind().name()),
                indicator.unit(),
                indicator.target(),
                Figures.day(indicator.adoptedOn(), frame.language()),
                criteria(indicator.criteria()),
                quarters(indicator));
    }

    private List<Criteria> criteria(List<CriteriaView> versions) {
        List<Criteria> criteria = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            CriteriaView version = versions.get(i);
            criteria.add(new Criteria(
                    version.version(),
                    version.text(),
                    Figures.day(version.effectiveOn(), frame.language()),
                    i + 1 == versions.size()
                            ? null
                            : Figures.day(versions.get(i + 1).effectiveOn().minusDays(1), frame.language()),
                    version.appealRound(),
                    version.reason(),
                    Figures.count(version.event().position())));
        }
        return criteria;
    }

    private List<Quarter> quarters(AdoptedIndicatorView indicator) {
        TreeSet<String> names = new TreeSet<>();
        indicator.results().forEach(result -> names.add(result.quarter()));
        indicator.evaluations().forEach(evaluation -> names.add(evaluation.quarter()));
        return names.stream().map(name -> quarter(name, indicator)).toList();
    }

    private Quarter quarter(String name, AdoptedIndicatorView indicator) {
        List<@Nullable Score> scores = new ArrayList<>();
        for (CriteriaView version : indicator.criteria()) {
            scores.add(indicator.evaluations().stream()
                    .filter(EvaluationView::stands)
                    .filter(evaluation -> evaluation.quarter().equals(name)
                            && evaluation.criteriaVersion() != null
                            && evaluation.criteriaVersion() == version.version())
                    .map(this::score)
                    .findFirst()
                    .orElse(null));
        }
        return new Quarter(
                quarter(name),
                indicator.results().stream()
                        .filter(result -> result.quarter().equals(name))
                        .sorted(Comparator.comparing(ResultView::stands).reversed())
                        .map(this::result)
                        .toList(),
                scores);
    }

    private Result result(ResultView result) {
        return new Result(
                plain(result.result()),
                result.narrative(),
                Figures.day(result.statedOn(), frame.language()),
                result.stands(),
                result.reason(),
                Figures.count(result.event().position()));
    }

    private Score score(EvaluationView evaluation) {
        return new Score(
                quarter(evaluation.quarter()),
                plain(evaluation.score()),
                evaluation.parts().stream()
                        .map(part -> new Part(
                                part.number(),
                                part.score() == null ? null : plain(part.score().value())))
                        .toList(),
                evaluation.remark(),
                Figures.day(evaluation.evaluatedOn(), frame.language()),
                Figures.count(evaluation.event().position()));
    }

    private Change change(ScoreChange change) {
        return new Change(
                Figures.count(change.event().position()),
                Figures.day(change.happenedOn(), frame.language()),
                quarter(change.quarter()),
                change.indicator(),
                change.criteriaVersion(),
                plain(change.from()),
                plain(change.to()),
                change.change() == null ? null : Figures.change(change.change()),
                change.stands(),
                change.event().actor().id(),
                change.reason(),
                change.remark());
    }

    /** {@code 2564-Q1}: quarter 1 of 2564. */
    private String quarter(String name) {
        String[] parts = name.split("-Q", 2);
        int year = Figures.fiscalYear(Integer.parseInt(parts[0]), frame.language());
        return frame.say("indicators.quarter", Map.of("q", parts[1], "year", Integer.toString(year)));
    }

    /** With thousands parted, and at least two decimals. */
    private static @Nullable String plain(@Nullable BigDecimal value) {
        return value == null ? null : Figures.number(value);
    }
}
