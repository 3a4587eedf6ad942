package org.progressledger.query.appeals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.ReportState;
import org.progressledger.events.ReviewOutcome;
import org.progressledger.query.appeals.AppealPage.Citation;
import org.progressledger.query.appeals.AppealPage.Event;
import org.progressledger.query.appeals.AppealPage.Fact;
import org.progressledger.query.appeals.AppealPage.Finding;
import org.progressledger.query.appeals.AppealPage.GapShown;
import org.progressledger.query.appeals.AppealPage.Paper;
import org.progressledger.query.appeals.AppealPage.Reported;
import org.progressledger.query.appeals.AppealPage.Said;
import org.progressledger.query.appeals.WaitingChart.Point;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Frame.State;
import org.progressledger.query.projection.AppealViews.ReviewView;
import org.progressledger.query.projection.ReportViews.ReportView;
import org.progressledger.query.projection.Views.ActorView;
import org.progressledger.query.projection.Views.EventView;
import org.progressledger.query.projection.Views.LetterView;
import org.progressledger.query.projection.Views.SourceView;
import org.progressledger.query.projection.Views.TimelineEntry;

/** From the story of an appeal to the words and figures in which it is read. */
final class AppealTelling {
    private final AppealStory story;
    private final Frame frame;

    AppealTelling(AppealStory story, Frame frame) {
        this.story = story;
        this.frame = frame;
    }

    static Event event(long position) {
        return new Event(position, Figures.count(position));
    }

    /** How an appeal's state looks. */
    static State state(AppealItem item, Frame frame) {
        String word = item.outcome() == null
                ? frame.say("appeal.status." + item.status().name())
                : frame.say("appeal.outcome." + item.outcome().name());
        return switch (item.status()) {
            case FILED -> new State("state-appeal", "#i-appeal", word);
            case DECIDED -> new State("state-done", "#i-ok", word);
            case WITHDRAWN -> new State("state-paused", "#i-no", word);
            case CITED, NONE -> new State("state-late", "#i-warn", word);
        };
    }

    @Nullable
    String waited() {
        Long days = story.appeal().waitedDays();
        return days == null
                ? null
                : frame.say(
                        story.appeal().appeal().status() == AppealStatus.FILED ? "appeal.waits" : "appeal.waited",
                        Map.of("n", days));
    }

    List<GapShown> gaps() {
        return gaps(story.gaps(), frame);
    }

    static List<GapShown> gaps(List<Gap> gaps, Frame frame) {
        return gaps.stream()
                .map(gap -> new GapShown(
                        frame.say(gap.text().th(), gap.text().en()),
                        gap.evidence().positions().stream()
                                .map(AppealTelling::event)
                                .toList(),
                        Figures.lines(gap.evidence().lines())))
                .toList();
    }

    List<Paper> papers() {
        List<Paper> papers = new ArrayList<>();
        AppealStory.Filing filing = story.filing();
        if (filing != null) {
            papers.add(paper(
                    "appeal.filing",
                    filing.filedOn(),
                    filing.event(),
                    filing.letter(),
                    filing.source(),
                    List.of(
                            new Said(frame.say("appeal.grounds"), filing.grounds(), true),
                            new Said(frame.say("appeal.asked"), filing.asked(), true))));
        }
        AppealStory.Decision decision = story.decision();
        if (decision != null) {
            papers.add(paper(
                    "appeal.decision",
                    decision.decidedOn(),
                    decision.event(),
                    decision.letter(),
                    decision.source(),
                    List.of(new Said(
                            frame.say("appeal.outcome"),
                            frame.say("appeal.outcome." + decision.outcome().name()),
                            false))));
        }
        AppealStory.Withdrawal withdrawal = story.withdrawal();
        if (withdrawal != null) {
            papers.add(paper(
                    "appeal.withdrawal",
                    withdrawal.withdrawnOn(),
                    withdrawal.event(),
                    withdrawal.letter(),
                    withdrawal.source(),
                    withdrawal.reason() == null
                            ? List.of()
                            : List.of(new Said(frame.say("reason"), withdrawal.reason(), true))));
        }
        return papers;
    }

    private Paper paper(
            String title,
            LocalDate on,
            EventView event,
            @Nullable LetterView letter,
            @Nullable SourceView source,
            List<Said> said) {
        return new Paper(
                frame.say(title),
                Figures.day(on, frame.language()),
                event(event.position()),
                by(event.actor(), frame),
                letter == null ? null : letter(letter),
                lines(source),
                said);
    }

    private String letter(LetterView letter) {
        return Stream.of(
                        letter.number(),
                        letter.datedOn() == null
                                ? null
                                : frame.say("dated") + " "
                                        + Figures.day(letter.datedOn(), frame.language())
                                                .shown(),
                        letter.subject())
                .filter(Objects::nonNull)
                .reduce((one, other) -> one + " · " + other)
                .orElse("");
    }

    static String by(ActorView actor, Frame frame) {
        return actor.id() + " · "
                + frame.texts()
                        .find(frame.language(), "role." + actor.role(), Map.of())
                        .orElse(actor.role());
    }

    private static @Nullable String lines(@Nullable SourceView source) {
        return source == null ? null : Figures.lines(source.lines());
    }

    List<Citation> citations() {
        return citations(story.citations(), false, frame);
    }

    /** @param alone whether the narrative is all that there is of the appeal */
    static List<Citation> citations(List<AppealStory.Citation> citations, boolean alone, Frame frame) {
        return citations.stream()
                .map(cited -> new Citation(
                        event(cited.event().position()),
                        cited.words(),
                        frame.say("appeal.stage." + cited.stage().name())
                                + (cited.criteriaChanged() ? " · " + frame.say("appeal.criteriaChanged") : ""),
                        Figures.day(cited.citedOn(), frame.language()),
                        cited.reportNo(),
                        lines(cited.source()),
                        alone || cited.round() != null))
                .toList();
    }

    List<WaitingChart> charts() {
        AppealStory.Waiting window = story.window();
        Standing.Around standing = story.standing();
        if (window == null || standing == null || standing.between() == null) {
            return List.of();
        }
        List<Point> points = window.reports().stream()
                .filter(report -> report.state() != ReportState.RETURNED)
                .filter(report -> !report.reportedOn().isBefore(window.from()))
                .map(report ->
                        new Point(report.reportNo(), report.event().position(), report.reportedOn(), report.percent()))
                .toList();
        if (points.isEmpty()) {
            return List.of();
        }
        return WaitingChart.of(
                standing.before() == null
                        ? BigDecimal.ZERO
                        : standing.before().percent().value(),
                points,
                window.from(),
                standing.between().on(),
                window.until() != null);
    }

    List<Reported> reported() {
        return story.window() == null
                ? List.of()
                : story.window().reports().stream().map(this::reported).toList();
    }

    private Reported reported(ReportView report) {
        boolean returned = report.state() == ReportState.RETURNED;
        return new Reported(
                report.reportNo(),
                event(report.event().position()),
                Figures.day(report.reportedOn(), frame.language()),
                report.percent().setScale(2).toPlainString(),
                returned || report.change().signum() == 0 ? null : Figures.change(report.change()),
                returned);
    }

    List<Finding> findings() {
        return story.reviews().reversed().stream().map(this::finding).toList();
    }

    private Finding finding(ReviewView review) {
        boolean compliant = review.outcome() == ReviewOutcome.COMPLIANT;
        boolean open = review.outcome() == ReviewOutcome.INCONCLUSIVE;
        return new Finding(
                event(review.event().position()),
                compliant ? "state-on" : open ? "state-paused" : "state-late",
                compliant ? "#i-ok" : open ? "#i-info" : "#i-no",
                frame.say("appeal.review." + review.outcome().name()),
                review.finding(),
                by(review.event().actor(), frame),
                Figures.moment(review.event().recordedAt(), frame.language()));
    }

    /** What was recorded after the last finding. */
    List<Fact> since() {
        List<Long> positions = story.sinceLastReview();
        return positions == null
                ? List.of()
                : facts().stream()
                        .filter(fact -> positions.contains(fact.event().number()))
                        .toList();
    }

    List<Fact> facts() {
        return story.timeline().stream().map(this::fact).toList();
    }

    private Fact fact(TimelineEntry entry) {
        return new Fact(
                event(entry.position()),
                Figures.day(entry.happenedOn(), frame.language()),
                frame.say(entry.summary().th(), entry.summary().en()));
    }
}
