package org.progressledger.query.asof;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.Fact;
import org.progressledger.events.IndicatorCriteriaChanged;
import org.progressledger.events.ProgressCorrected;
import org.progressledger.events.ProgressReported;
import org.progressledger.events.ProjectEvent;
import org.progressledger.events.ProjectHistory;
import org.progressledger.events.ProjectPaused;
import org.progressledger.events.RecordedEvent;
import org.progressledger.events.ReportState;
import org.progressledger.problems.ProblemException;
import org.progressledger.query.asking.Points.Point;
import org.progressledger.query.asof.AsOfPage.Compared;
import org.progressledger.query.asof.AsOfPage.PointShown;
import org.progressledger.query.asof.AsOfPage.Quick;
import org.progressledger.query.asof.AsOfPage.Row;
import org.progressledger.query.asof.AsOfPage.Same;
import org.progressledger.query.asof.AsOfPage.Stood;
import org.progressledger.query.asof.AsOfPage.Then;
import org.progressledger.query.asof.Past.AsOf;
import org.progressledger.query.asof.Past.Diff;
import org.progressledger.query.asof.TypedPoints.Typed;
import org.progressledger.query.frame.Excerpt;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.ProjectHead;
import org.progressledger.query.frame.ProjectPages.Held;
import org.progressledger.query.projection.FlagView;
import org.progressledger.query.projection.ReportViews.ReportView;
import tools.jackson.databind.JsonNode;

/** From two states of a project to the words and figures in which they are read. */
final class AsOfTelling {
    /** What is told though it is the same: the chief things of a form. */
    private static final List<String> CHIEF = List.of(
            "percent",
            "status",
            "budget.allocated",
            "budget.spent",
            "period.startsOn",
            "period.endsOn",
            "agency.name",
            "name",
            "target");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final Frame frame;
    private final Held<ProjectHistory> held;

    AsOfTelling(Frame frame, Held<ProjectHistory> held) {
        this.frame = frame;
        this.held = held;
    }

    AsOfPage page(
            Typed typed,
            Map<String, String> problems,
            @Nullable String trouble,
            @Nullable Then then,
            @Nullable Compared compared) {
        return new AsOfPage(frame, held.head(frame), typed, problems, quick(), trouble, then, compared);
    }

    String words(ProblemException refused) {
        return frame.texts().detail(frame.language(), refused.reason(), refused.data());
    }

    /** The project's own turns: before them it stood otherwise. */
    private List<Quick> quick() {
        List<Quick> quick = new ArrayList<>();
        last(ProgressReported.class).ifPresent(fact -> quick.add(dayBefore("asof.beforeReport", fact)));
        first(ProjectPaused.class).ifPresent(fact -> quick.add(dayBefore("asof.beforePause", fact)));
        last(IndicatorCriteriaChanged.class).ifPresent(fact -> quick.add(dayBefore("asof.beforeCriteria", fact)));
        last(ProgressCorrected.class).ifPresent(fact -> quick.add(secondBefore(fact)));
        quick.add(new Quick(frame.say("asof.lastMonth"), endOfLastMonth(), ""));
        return quick;
    }

    private Optional<Fact> last(Class<? extends ProjectEvent> kind) {
        return of(kind).max(Fact.IN_ORDER_OF_HAPPENING);
    }

    private Optional<Fact> first(Class<? extends ProjectEvent> kind) {
        return of(kind).min(Fact.IN_ORDER_OF_HAPPENING);
    }

    private Stream<Fact> of(Class<? extends ProjectEvent> kind) {
        Predicate<ProjectEvent> isOne = kind::isInstance;
        return held.part().facts().stream().filter(fact -> isOne.test(fact.event()));
    }

    private Quick dayBefore(String key, Fact fact) {
        return new Quick(frame.say(key), typed(fact.happenedOn().minusDays(1)), "");
    }

    private Quick secondBefore(Fact fact) {
        Instant before =
                fact.recorded().recordedAt().truncatedTo(ChronoUnit.SECONDS).minusSeconds(1);
        ZonedDateTime there = before.atZone(RecordedEvent.OFFICE);
        return new Quick(frame.say("asof.beforeCorrection"), "", typed(there.toLocalDate()) + " " + TIME.format(there));
    }

    private String endOfLastMonth() {
        return typed(YearMonth.now(RecordedEvent.OFFICE).minusMonths(1).atEndOfMonth());
    }

    private String typed(LocalDate day) {
        return Figures.typed(day, frame.language());
    }

    Then then(AsOf asOf) {
        return new Then(
                at(asOf.asOf()),
                ProjectHead.of(asOf.project(), flags(asOf), frame),
                asOf.reports().stream()
                        .filter(report -> report.state() != ReportState.RETURNED)
                        .sorted(Comparator.comparingInt(ReportView::reportNo).reversed())
                        .map(this::stood)
                        .toList());
    }

    private PointShown at(Point point) {
        return new PointShown(
                Figures.day(point.happenedOn(), frame.language()),
                Figures.moment(point.recordedAt(), frame.language()));
    }

    private Stood stood(ReportView report) {
        return new Stood(
                Figures.count(report.event().position()),
                report.reportNo(),
                Figures.day(report.reportedOn(), frame.language()),
                report.percent().setScale(2).toPlainString(),
                Figures.change(report.change()),
                Excerpt.of(report.narrative()));
    }

    private static List<FlagView> flags(AsOf asOf) {
        return Objects.requireNonNullElse(asOf.project().flags(), List.of());
    }

    Compared compared(AsOf before, AsOf after, Diff diff, boolean now, int comparedWords) {
        DifferenceRows rows = new DifferenceRows(frame, diff.from(), comparedWords);
        List<Row> all = new ArrayList<>(rows.of(diff.differences()));
        Row flags = rows.flags(flags(before), flags(after));
        if (flags != null) {
            all.add(flags);
        }
        return new Compared(at(diff.from()), at(diff.to()), now, all, same(before, diff));
    }

    private List<Same> same(AsOf state, Diff diff) {
        List<String> differing =
                diff.differences().stream().map(Difference::path).toList();
        Wording wording = new Wording(frame);
        JsonNode tree = StateTree.of(state.project());
        List<Same> same = new ArrayList<>();
        for (String path : CHIEF) {
            JsonNode value = tree.at("/" + path.replace('.', '/'));
            String words = value.isMissingNode() ? null : wording.value(path, value);
            if (words != null && !differing.contains(path)) {
                same.add(new Same(wording.label(path), Excerpt.of(words)));
            }
        }
        return same;
    }
}
