package org.progressledger.command.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.progressledger.events.CriteriaVersion;
import org.progressledger.events.Fact;
import org.progressledger.events.Indicator;
import org.progressledger.events.IndicatorResultRecorded;
import org.progressledger.events.Pause;
import org.progressledger.events.Project;
import org.progressledger.events.ProjectDetails;
import org.progressledger.events.Quarter;
import org.progressledger.events.QuarterEvaluated;
import org.progressledger.events.Report;
import org.progressledger.events.ReportContent;

/** A project as named values, so that a difference is read at once; positions apart, it says nothing of where it stands. */
final class Picture {
    private Picture() {}

    static Map<String, Object> of(Project project) {
        Map<String, Object> picture = new TreeMap<>();
        picture.put("version", project.version());
        picture.put("position", project.ledgerPosition());
        picture.put(
                "withdrawn",
                project.withdrawn().stream()
                        .map(each -> each.fact().sequence())
                        .collect(Collectors.toCollection(TreeSet::new)));
        picture.put("status", project.status());
        picture.put("percent", project.percent());
        project.reports().forEach((number, report) -> picture.put("report " + number, revisions(report)));
        picture.put("pauses", project.pauses().stream().map(Picture::pause).toList());
        project.appeals().forEach((round, appeal) -> picture.put("appeal " + round, appeal.state()));
        project.indicators().values().forEach(indicator -> indicator(picture, indicator));
        picture.put("scores", scores(project));
        ProjectDetails details = project.details();
        picture.put(
                "details",
                details.name() + " " + details.period() + " " + details.target() + " "
                        + project.budget().spent() + " told by "
                        + project.spentStated().sequence());
        picture.put("plans", sequences(project.plans()));
        picture.put("windows", sequences(project.lateWindows()));
        picture.put("activities", sequences(project.activities()));
        picture.put("letters", sequences(project.letters()));
        picture.put("citations", sequences(project.citations()));
        picture.put("reviews", sequences(project.reviews()));
        picture.put(
                "endings",
                project.endings().stream().map(each -> each.ended().sequence()).toList());
        return picture;
    }

    private static List<Long> sequences(List<Fact> facts) {
        return facts.stream().map(Fact::sequence).toList();
    }

    private static String pause(Pause pause) {
        return pause.startInclusive() + ".." + (pause.isOpen() ? "" : pause.endExclusive());
    }

    private static String revisions(Report report) {
        List<Report> all = new ArrayList<>(report.earlier().reversed());
        all.addFirst(report);
        return all.stream()
                .map(each -> revision(
                        each.revision(),
                        each.reportedOn(),
                        each.content(),
                        each.corrections().size(),
                        !each.counts()))
                .collect(Collectors.joining(" after "));
    }

    static String revision(
            int revision, LocalDate reportedOn, ReportContent content, int corrections, boolean returned) {
        return "revision " + revision + " of " + reportedOn + " " + content.percent() + " " + content.disbursed()
                + " corrected " + corrections + (returned ? " returned" : "");
    }

    private static void indicator(Map<String, Object> picture, Indicator indicator) {
        String id = indicator.adopted().id().text();
        List<String> criteria = new ArrayList<>();
        for (CriteriaVersion version : indicator.criteria()) {
            criteria.add(version.version() + " from " + version.effectiveOn());
        }
        picture.put("criteria " + id, criteria);
        Map<String, Long> results = new TreeMap<>();
        for (Fact fact : indicator.results()) {
            Quarter quarter = ((IndicatorResultRecorded) fact.event()).quarter();
            results.put(
                    quarter.toString(),
                    indicator.resultOf(quarter).orElseThrow().sequence());
        }
        picture.put("results " + id, results);
        Map<String, Long> scores = new TreeMap<>();
        for (Fact fact : indicator.evaluations()) {
            QuarterEvaluated score = (QuarterEvaluated) fact.event();
            scores.put(
                    score.quarter() + " by " + score.criteriaVersion(),
                    indicator
                            .evaluationOf(score.quarter(), score.criteriaVersion())
                            .orElseThrow()
                            .sequence());
        }
        picture.put("scores " + id, scores);
    }

    private static Map<String, Long> scores(Project project) {
        Map<String, Long> scores = new TreeMap<>();
        for (Fact fact : project.evaluations()) {
            Quarter quarter = ((QuarterEvaluated) fact.event()).quarter();
            scores.put(
                    quarter.toString(),
                    project.evaluationOf(quarter).orElseThrow().sequence());
        }
        return scores;
    }
}
