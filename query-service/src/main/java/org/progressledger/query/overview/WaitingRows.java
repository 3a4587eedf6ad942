package org.progressledger.query.overview;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.agencies.Agencies;
import org.progressledger.query.agencies.Agency;
import org.progressledger.query.agencies.AgencyRegister;
import org.progressledger.query.appeals.WaitingAppeal;
import org.progressledger.query.asking.Points;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Frame.Moment;
import org.progressledger.query.frame.Weight;
import org.progressledger.query.overview.Brief.OpenHit;
import org.progressledger.query.periods.ReportsAwaited;
import org.progressledger.query.projection.FlagView;
import org.progressledger.query.projection.ReadModel;
import org.springframework.stereotype.Component;

/** What waits for somebody, in the words of a page. */
@Component
public class WaitingRows {
    private static final int MONTHS_NAMED = 3;

    private final Agencies agencies;
    private final ReadModel readModel;
    private final ReportsAwaited awaited;
    private final Points points;

    WaitingRows(Agencies agencies, ReadModel readModel, ReportsAwaited awaited, Points points) {
        this.agencies = agencies;
        this.readModel = readModel;
        this.awaited = awaited;
        this.points = points;
    }

    /** A project in a list. */
    public record Of(String code, String name, String agency) {}

    /**
     * A project with reports that were due.
     *
     * @param months the first ones of them
     * @param more how many others
     * @param days since the first was due
     */
    public record Late(Of project, @Nullable Moment lastReport, String months, long more, String days) {}

    /** A hit that nobody has acknowledged. */
    public record Hit(Of project, Weight weight, String name, String words, Moment on) {}

    /**
     * An appeal that waits.
     *
     * @param what is awaited
     * @param days since when
     */
    public record Appeal(Of project, String link, String what, String days) {}

    /** A project that stands paused. */
    public record Paused(Of project, @Nullable Moment since, String percent) {}

    private static Of of(Brief project, AgencyRegister register) {
        return new Of(
                project.code(),
                project.name(),
                register.of(project.agency()).map(Agency::name).orElse(project.agencyName()));
    }

    public List<Late> late(Stream<Brief> projects, Frame frame) {
        LocalDate today = points.today();
        AgencyRegister register = agencies.register();
        return projects.map(project -> late(project, today, register, frame)).toList();
    }

    private Late late(Brief project, LocalDate today, AgencyRegister register, Frame frame) {
        List<YearMonth> months = project.awaited().stream()
                .filter(month -> awaited.dueOn(month).isBefore(today))
                .toList();
        Brief.LastReport last = project.lastReport();
        return new Late(
                of(project, register),
                last == null ? null : Figures.day(last.on(), frame.language()),
                months.stream()
                        .limit(MONTHS_NAMED)
                        .map(month -> Figures.month(month, frame.language(), true))
                        .collect(Collectors.joining(", ")),
                Math.max(0, months.size() - MONTHS_NAMED),
                Figures.count(ChronoUnit.DAYS.between(awaited.dueOn(months.getFirst()), today)));
    }

    /** Some of the newest. */
    public List<Hit> hits(List<Brief> flagged, int most, Frame frame) {
        // each project's hits are in order, and so are the projects: whatever is among the first is of the first
        // projects
        List<Map.Entry<Brief, OpenHit>> newest = flagged.stream()
                .limit(most)
                .flatMap(project -> project.hits().stream().limit(most).map(hit -> Map.entry(project, hit)))
                .sorted((one, other) ->
                        Long.compare(other.getValue().position(), one.getValue().position()))
                .limit(most)
                .toList();
        Map<String, List<FlagView>> told = readModel.flags(
                newest.stream().map(found -> found.getKey().code()).collect(Collectors.toSet()));
        AgencyRegister register = agencies.register();
        return newest.stream()
                .flatMap(found -> {
                    Brief project = found.getKey();
                    return hit(project, found.getValue(), told.getOrDefault(project.code(), List.of()), register, frame)
                            .stream();
                })
                .toList();
    }

    private static Optional<Hit> hit(
            Brief project, OpenHit hit, List<FlagView> told, AgencyRegister register, Frame frame) {
        return told.stream()
                .filter(flag -> flag.id().equals(hit.id()))
                .findFirst()
                .map(flag -> new Hit(
                        of(project, register),
                        Weight.of(hit.severity()),
                        frame.say("flag." + hit.flag().name()),
                        words(flag, frame),
                        Figures.day(hit.on(), frame.language())));
    }

    private static String words(FlagView flag, Frame frame) {
        return frame.say(flag.text().th(), flag.text().en());
    }

    public List<Appeal> appeals(List<Brief> appealed, int most, Frame frame) {
        LocalDate today = points.today();
        AgencyRegister register = agencies.register();
        return appealed.stream()
                .limit(most)
                .flatMap(project ->
                        project.appeals().stream().map(appeal -> appeal(of(project, register), appeal, today, frame)))
                .limit(most)
                .toList();
    }

    private static Appeal appeal(Of project, WaitingAppeal appeal, LocalDate today, Frame frame) {
        Integer round = appeal.round();
        String what = appeal.filed()
                ? frame.say("waiting.filed")
                : appeal.stage() == null ? frame.say("waiting.cited") : frame.say("waiting.stage." + appeal.stage());
        return new Appeal(
                project,
                "/projects/" + project.code() + "/appeals" + (round == null ? "" : "/" + round),
                round == null ? what : frame.say("waiting.round", Map.of("n", round, "what", what)),
                Figures.count(ChronoUnit.DAYS.between(appeal.since(), today)));
    }

    public List<Paused> paused(Stream<Brief> paused, Frame frame) {
        AgencyRegister register = agencies.register();
        return paused.map(project -> new Paused(
                        of(project, register),
                        project.pausedSince() == null ? null : Figures.day(project.pausedSince(), frame.language()),
                        java.math.BigDecimal.valueOf(project.percent(), 2).toPlainString()))
                .toList();
    }
}
