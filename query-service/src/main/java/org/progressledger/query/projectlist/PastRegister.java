package org.progressledger.query.projectlist;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.progressledger.access.Asker;
import org.progressledger.access.Role;
import org.progressledger.events.ProjectCode;
import org.progressledger.query.agencies.Agencies;
import org.progressledger.query.agencies.AgencyRegister;
import org.progressledger.query.projection.FoldingBound;
import org.progressledger.query.projection.KeptAcross;
import org.progressledger.query.projection.ProjectView;
import org.progressledger.query.projection.ReadModel;
import org.progressledger.query.projection.ThaiText;
import org.progressledger.query.projectlist.Register.Found;
import org.springframework.stereotype.Component;

/**
 * The whole register as it was. By all that is recorded, any day is found in what is kept of each project. What was known at
 * an earlier instant, and flags of another day, are folded when asked, of a bounded number of projects.
 */
@Component
class PastRegister {
    private static final String STEP = RegisterSteps.STEPS + ".";
    private static final String NAME = RegisterSteps.NAMES + ".";

    private final RegisterSteps steps;
    private final KeptAcross kept;
    private final ReadModel readModel;
    private final PastProjects past;
    private final Register register;
    private final Agencies agencies;
    private final FoldingBound bound;

    PastRegister(
            RegisterSteps steps,
            KeptAcross kept,
            ReadModel readModel,
            PastProjects past,
            Register register,
            Agencies agencies,
            FoldingBound bound) {
        this.steps = steps;
        this.kept = kept;
        this.readModel = readModel;
        this.past = past;
        this.register = register;
        this.agencies = agencies;
        this.bound = bound;
    }

    /** By all that is recorded up to now. */
    Found<ProjectView> find(Question question, LocalDate day, Asker asker) {
        AgencyRegister known = agencies.register();
        if (question.flag() != null) {
            List<String> codes = codes(Register.counted(question, asker), day, known);
            return folded(question, codes, day, Instant.MAX, asker);
        }
        List<Bson> visible = stages(question, day, known);
        if (asker.role() == Role.OFFICER) {
            visible.addFirst(Aggregates.match(Filters.in(KeptAcross.SCOPES, asker.scope())));
        }
        List<Bson> page = new ArrayList<>(visible);
        page.add(Aggregates.project(Projections.include(sortField(question))));
        page.add(Aggregates.sort(order(question)));
        page.add(Aggregates.skip(question.page() * question.size()));
        page.add(Aggregates.limit(question.size()));
        List<String> codes = new ArrayList<>();
        kept.documents(steps).aggregate(page).forEach(found -> codes.add(found.getString("_id")));
        return new Found<>(
                register.named(past.asOf(codes, day, Instant.MAX)),
                count(visible),
                register.totals(counted(Register.counted(question, asker), day, known)));
    }

    /** By what was known at an instant. */
    Found<ProjectView> find(Question question, LocalDate day, Instant recordedAt, Asker asker) {
        Bson filter =
                question.agency() == null ? Filters.empty() : question.agency().projects(agencies.register());
        bound.check(readModel.count(filter));
        List<String> codes =
                readModel.codes(filter).stream().map(ProjectCode::text).toList();
        return folded(question, codes, day, recordedAt, asker);
    }

    private Found<ProjectView> folded(
            Question question, List<String> codes, LocalDate day, Instant recordedAt, Asker asker) {
        bound.check(codes.size());
        AgencyRegister known = agencies.register();
        Matching matching = new Matching(question, known);
        Matching matchingAll = new Matching(Register.counted(question, asker), known);
        List<ProjectView> all = past.asOf(codes, day, recordedAt);
        List<ProjectView> visible = all.stream()
                .filter(project -> asker.sees(project.projectCode()) && matching.test(project))
                .sorted(matching.order())
                .toList();
        return new Found<>(
                register.named(visible.stream()
                        .skip((long) question.page() * question.size())
                        .limit(question.size())
                        .toList()),
                visible.size(),
                register.totals(
                        all.stream().filter(matchingAll).map(Matching::counted).toList()));
    }

    private List<String> codes(Question question, LocalDate day, AgencyRegister known) {
        List<Bson> stages = stages(question, day, known);
        stages.add(Aggregates.project(Projections.include("_id")));
        stages.add(Aggregates.sort(Sorts.ascending("_id")));
        stages.add(Aggregates.limit(bound.most() + 1));
        List<String> codes = new ArrayList<>();
        kept.documents(steps).aggregate(stages).forEach(found -> codes.add(found.getString("_id")));
        return codes;
    }

    private long count(List<Bson> stages) {
        List<Bson> counting = new ArrayList<>(stages);
        counting.add(Aggregates.group(null, Accumulators.sum("projects", 1L)));
        Document counted = kept.documents(steps).aggregate(counting).first();
        return counted == null ? 0 : counted.get("projects", Number.class).longValue();
    }

    /** What totals are made of. */
    private List<Document> counted(Question question, LocalDate day, AgencyRegister known) {
        List<Bson> stages = stages(question, day, known);
        stages.add(
                Aggregates.project(Projections.include("agency", STEP + "status", STEP + "allocated", STEP + "spent")));
        List<Document> projects = new ArrayList<>();
        kept.documents(steps)
                .aggregate(stages)
                .forEach(found -> projects.add(new Document(found.get(RegisterSteps.STEPS, Document.class))
                        .append("agency", found.getString("agency"))));
        return projects;
    }

    /** Leaves one step and one name of each project that is found. */
    private static List<Bson> stages(Question question, LocalDate day, AgencyRegister known) {
        List<Bson> stages = new ArrayList<>();
        if (question.agency() != null) {
            stages.add(Aggregates.match(question.agency().projects(known)));
        }
        List<String> grams = List.copyOf(ThaiText.trigrams(question.words()));
        Bson calledSo = Filters.in("agency", question.codesOfThoseNamed(known));
        if (!grams.isEmpty()) {
            stages.add(Aggregates.match(Filters.or(Filters.all("grams", grams), calledSo)));
        }
        stages.add(Aggregates.unwind("$" + RegisterSteps.STEPS));
        stages.add(Aggregates.match(holds(STEP, day)));
        if (question.status() != null) {
            stages.add(Aggregates.match(
                    Filters.eq(STEP + "status", question.status().name())));
        }
        if (question.fiscalYear() != null) {
            stages.add(Aggregates.match(Filters.eq(STEP + "fiscalYear", question.fiscalYear())));
        }
        stages.add(Aggregates.unwind("$" + RegisterSteps.NAMES));
        stages.add(Aggregates.match(holds(NAME, day)));
        if (!question.words().isEmpty()) {
            Bson spoken = Filters.regex(NAME + "searched", Pattern.quote(question.words()));
            stages.add(Aggregates.match(Filters.or(spoken, calledSo)));
        }
        return stages;
    }

    private static Bson holds(String prefix, LocalDate day) {
        return Filters.and(
                Filters.lte(prefix + RegisterSteps.FROM, day.toString()),
                Filters.gt(prefix + RegisterSteps.UNTIL, day.toString()));
    }

    private static String sortField(Question question) {
        return switch (question.sortField()) {
            case "_id", "agency" -> question.sortField();
            case "nameKey" -> NAME + "nameKey";
            default -> STEP + question.sortField();
        };
    }

    private static Bson order(Question question) {
        List<String> fields = question.sortField().equals("_id") ? List.of("_id") : List.of(sortField(question), "_id");
        return question.descending() ? Sorts.descending(fields) : Sorts.ascending(fields);
    }
}
