package org.progressledger.query.projectlist;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.bson.Document;
import org.progressledger.query.agencies.AgencyRegister;
import org.progressledger.query.projection.FlagView;
import org.progressledger.query.projection.ProjectView;
import org.progressledger.query.projection.ReadModel;

/** What a question asks, of projects that were folded for it. The agency is looked for before. */
final class Matching implements Predicate<ProjectView> {
    private final Question question;
    private final List<String> agenciesNamed;

    Matching(Question question, AgencyRegister agencies) {
        this.question = question;
        this.agenciesNamed = question.codesOfThoseNamed(agencies);
    }

    @Override
    public boolean test(ProjectView project) {
        return (question.status() == null || project.status() == question.status())
                && (question.fiscalYear() == null || project.fiscalYear() == question.fiscalYear())
                && (question.words().isEmpty() || isSpokenOf(project))
                && (question.flag() == null || isFlagged(project));
    }

    private boolean isSpokenOf(ProjectView project) {
        return ReadModel.searched(
                                project.name(),
                                project.projectCode(),
                                project.agency().name())
                        .contains(question.words())
                || agenciesNamed.contains(project.agency().code());
    }

    private boolean isFlagged(ProjectView project) {
        List<FlagView> flags = project.flags() == null ? List.of() : project.flags();
        return flags.stream().anyMatch(hit -> hit.flag() == question.flag());
    }

    /** As the database puts them in order: what is not stated first. */
    Comparator<ProjectView> order() {
        Comparator<ProjectView> byCode = Comparator.comparing(ProjectView::projectCode);
        Comparator<ProjectView> order = switch (question.sortField()) {
            case "_id" -> byCode;
            case "nameKey" -> by(project -> ReadModel.nameKey(project.name()));
            case "agency" -> by(project -> project.agency().code());
            case "status" -> by(project -> project.status().name());
            case "fiscalYear" -> by(ProjectView::fiscalYear);
            case "percent" -> by(ProjectView::percent);
            case "reportedOn" ->
                by(project -> project.latestReport() == null
                        ? ""
                        : project.latestReport().reportedOn().toString());
            case "allocated" -> by(project -> project.budget().allocated());
            case "spent" -> by(project -> project.budget().spent());
            default -> throw new IllegalArgumentException("No order by " + question.sortField());
        };
        Comparator<ProjectView> whole = order.thenComparing(byCode);
        return question.descending() ? whole.reversed() : whole;
    }

    private static <T extends Comparable<? super T>> Comparator<ProjectView> by(Function<ProjectView, T> value) {
        return Comparator.comparing(value, Comparator.nullsFirst(Comparator.naturalOrder()));
    }

    /** What is counted of a project, as it is kept. */
    static Document counted(ProjectView project) {
        return new Document("agency", project.agency().code())
                .append("status", project.status().name())
                .append(
                        "allocated",
                        project.budget().allocated().movePointRight(2).longValueExact())
                .append(
                        "spent",
                        project.budget().spent() == null
                                ? null
                                : project.budget().spent().movePointRight(2).longValueExact());
    }
}
