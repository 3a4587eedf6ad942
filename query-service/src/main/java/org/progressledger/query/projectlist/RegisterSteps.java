package org.progressledger.query.projectlist;

import com.mongodb.client.model.Indexes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.progressledger.events.Baht;
import org.progressledger.events.Project;
import org.progressledger.events.ProjectHistory;
import org.progressledger.query.projection.AcrossProjects;
import org.progressledger.query.projection.Folding;
import org.progressledger.query.projection.ReadModel;
import org.progressledger.query.projection.ThaiText;
import org.springframework.stereotype.Component;

/**
 * By what the register of any day is searched, put in order and counted: the same fields as today's, each with the days
 * from and until which it holds. The names change seldom and are long, so they have steps of their own.
 */
@Component
class RegisterSteps implements AcrossProjects {
    static final String STEPS = "steps";
    static final String NAMES = "names";
    static final String FROM = "from";
    /** The first day on which it no longer holds. */
    static final String UNTIL = "until";

    private static final String FOR_EVER = "9999-99-99";

    @Override
    public String collection() {
        return "register_steps_v1";
    }

    @Override
    public List<Bson> indexes() {
        return List.of(Indexes.ascending("grams"));
    }

    @Override
    public Document entry(ProjectHistory history, Folding folding, LocalDate today) {
        List<Document> steps = new ArrayList<>();
        List<Document> names = new ArrayList<>();
        Set<String> grams = new LinkedHashSet<>();
        Project before = null;
        for (ProjectHistory.Step step : history.steps()) {
            add(steps, step.from(), step(step.project()));
            // keys of names are dear: not one for each report
            if (before == null || !isCalledTheSame(before, step.project())) {
                add(names, step.from(), name(step.project()));
            }
            before = step.project();
        }
        names.forEach(name -> grams.addAll(ThaiText.trigrams(name.getString("searched"))));
        return new Document(STEPS, steps).append(NAMES, names).append("grams", new ArrayList<>(grams));
    }

    /** What stays the same is one step. */
    private static void add(List<Document> steps, LocalDate from, Document values) {
        if (!steps.isEmpty()) {
            Document last = steps.getLast();
            Document same = new Document(values).append(FROM, last.get(FROM)).append(UNTIL, FOR_EVER);
            if (same.equals(last)) {
                return;
            }
            last.append(UNTIL, from.toString());
        }
        steps.add(values.append(FROM, from.toString()).append(UNTIL, FOR_EVER));
    }

    private static Document step(Project project) {
        Baht spent = project.budget().spent();
        return new Document("status", project.status().name())
                .append("fiscalYear", project.details().fiscalYear().buddhistYear())
                .append("percent", project.percent().value().movePointRight(2).intValueExact())
                .append(
                        "reportedOn",
                        project.latestReport()
                                .map(report -> report.reportedOn().toString())
                                .orElse(""))
                .append(
                        "allocated",
                        project.budget().allocated().value().movePointRight(2).longValueExact())
                .append(
                        "spent",
                        spent == null ? null : spent.value().movePointRight(2).longValueExact());
    }

    private static boolean isCalledTheSame(Project one, Project other) {
        return one.details().name().equals(other.details().name())
                && one.details().agency().name().equals(other.details().agency().name());
    }

    private static Document name(Project project) {
        String name = project.details().name();
        String agency = project.details().agency().name();
        return new Document("searched", ReadModel.searched(name, project.code().text(), agency))
                .append("nameKey", ReadModel.nameKey(name));
    }
}
