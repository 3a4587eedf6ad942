package org.progressledger.query.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.Document;

/** By which fields a project is found, put in order and added up. */
final class ProjectDocument {
    private ProjectDocument() {}

    /** @param manifest names the parts in which the answers are */
    static Document of(Folded folded, Document manifest) {
        ProjectView project = folded.folding().project();
        List<FlagView> flags = Objects.requireNonNullElse(project.flags(), List.of());
        return fields(project)
                .append(Folded.FOLDED_ON, folded.today().toString())
                .append("nextChangeOn", Objects.toString(folded.nextChangeOn(), ""))
                .append("flagEdition", folded.flagEdition())
                .append(FlagIndex.HITS, FlagIndex.entries(flags))
                .append("parts", manifest);
    }

    private static Document fields(ProjectView project) {
        String searched = ReadModel.searched(
                project.name(), project.projectCode(), project.agency().name());
        return new Document("_id", project.projectCode())
                .append(Folded.POSITION, project.ledgerPosition())
                .append("nameKey", ReadModel.nameKey(project.name()))
                .append("agency", project.agency().code())
                .append("agencyName", project.agency().name())
                .append("status", project.status().name())
                .append("fiscalYear", project.fiscalYear())
                .append("percent", project.percent().movePointRight(2).intValueExact())
                .append(
                        "reportedOn",
                        project.latestReport() == null
                                ? ""
                                : project.latestReport().reportedOn().toString())
                .append(
                        "allocated",
                        project.budget().allocated().movePointRight(2).longValueExact())
                .append(
                        "spent",
                        project.budget().spent() == null
                                ? null
                                : project.budget().spent().movePointRight(2).longValueExact())
                .append("scopes", ReadModel.scopes(project.projectCode()))
                .append("searched", searched)
                .append("grams", new ArrayList<>(ThaiText.trigrams(searched)));
    }
}
