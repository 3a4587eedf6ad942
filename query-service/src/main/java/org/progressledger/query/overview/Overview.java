package org.progressledger.query.overview;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.FiscalYear;
import org.progressledger.events.ProjectStatus;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Frame.Moment;
import org.progressledger.query.frame.Framing;
import org.progressledger.query.overview.Mini.More;

/**
 * How projects stand, in the words and figures that pages of the city and of an agency share.
 *
 * @param year as it is written
 * @param years the others
 * @param passed of the fiscal year, per cent
 * @param selection of the lists that this counts, as the query of their addresses
 * @param statuses how many of each status, each leading to its list
 * @param behind whether the mean is 20 points or more behind the time
 * @param spent in baht
 * @param waiting numbers of what waits, each leading to what it counts
 */
public record Overview(
        int fiscalYear,
        int year,
        List<Choice> years,
        Moment day,
        String passed,
        String projects,
        String selection,
        List<Count> statuses,
        String percent,
        String elapsed,
        String ahead,
        boolean behind,
        String spent,
        String allocated,
        @Nullable String spentShare,
        List<More> waiting) {

    /** A list of what this counts; {@code narrowed} is added to its query. */
    String link(String path, String narrowed) {
        return path + selection + narrowed;
    }

    // templates call these
    public String projectsLink() {
        return link("/projects", "");
    }

    public String lateLink() {
        return link("/late-reports", "");
    }

    public String appealsLink() {
        return link("/appeals", "");
    }

    public String hitsLink() {
        return link("/flags", "&acknowledged=false");
    }

    public String pausedLink() {
        return link("/projects", "&status=PAUSED");
    }

    /** Another year of the same page. */
    public record Choice(String link, int year, boolean chosen) {}

    /** Projects of one status. */
    public record Count(String style, String icon, String word, String number, String link) {}

    /**
     * @param path of the page
     * @param agency main code; null for all that the asker sees
     */
    public static Overview of(
            Standing standing, List<Integer> years, String path, @Nullable String agency, Frame frame) {
        Sums sums = standing.all();
        FiscalYear year = FiscalYear.of(standing.fiscalYear());
        Mini mini = Mini.of(path, "", sums, List.of());
        String selection = (agency == null ? "?" : "?agency=" + agency + "&") + "fiscalYear=" + standing.fiscalYear();
        long days = ChronoUnit.DAYS.between(year.startInclusive(), year.endExclusive());
        long passed = Math.clamp(ChronoUnit.DAYS.between(year.startInclusive(), standing.day()) + 1, 0, days);
        return new Overview(
                standing.fiscalYear(),
                Figures.year(standing.fiscalYear(), frame.language()),
                years.stream()
                        .map(each -> new Choice(
                                path + "?fiscalYear=" + each,
                                Figures.year(each, frame.language()),
                                each == standing.fiscalYear()))
                        .toList(),
                Figures.day(standing.day(), frame.language()),
                BigDecimal.valueOf(passed * 1000 / days, 1).toPlainString(),
                Figures.count(sums.projects()),
                selection,
                statuses(sums, selection, frame),
                mini.percent(),
                mini.elapsed(),
                mini.ahead(),
                mini.behind(),
                Figures.baht(BigDecimal.valueOf(sums.spent(), 2)),
                Figures.baht(BigDecimal.valueOf(sums.allocated(), 2)),
                mini.spent(),
                waiting(sums, selection, frame));
    }

    private static List<Count> statuses(Sums sums, String selection, Frame frame) {
        return Arrays.stream(ProjectStatus.values())
                .filter(status -> sums.of(status) > 0)
                .map(status -> {
                    Frame.State state = Framing.state(status, frame);
                    return new Count(
                            state.style(),
                            state.icon(),
                            state.word(),
                            Figures.count(sums.of(status)),
                            "/projects" + selection + "&status=" + status);
                })
                .toList();
    }

    /** What waits, as numbers that lead to what they count; what there is none of is left out. */
    public static List<More> waiting(Sums sums, String selection, Frame frame) {
        List<More> waiting = new ArrayList<>();
        add(waiting, sums.late(), "/late-reports" + selection, frame, "waiting.late", "state state-late", "#i-late");
        add(waiting, sums.hits(), "/flags" + selection + "&acknowledged=false", frame, "waiting.hits", "", "");
        add(waiting, sums.filed(), "/appeals" + selection + "&status=FILED", frame, "waiting.appeals", "", "");
        add(waiting, sums.cited(), "/appeals" + selection + "&status=CITED", frame, "waiting.gaps", "", "");
        return waiting;
    }

    private static void add(
            List<More> all, long number, String link, Frame frame, String key, String style, String icon) {
        if (number > 0) {
            all.add(new More(link, frame.say(key, Map.of("n", Figures.count(number))), style, icon));
        }
    }
}
