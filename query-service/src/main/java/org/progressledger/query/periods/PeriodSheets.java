package org.progressledger.query.periods;

import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.progressledger.events.EventJson;
import org.progressledger.events.ProjectHistory;
import org.progressledger.query.projection.AcrossProjects;
import org.progressledger.query.projection.Folding;
import org.progressledger.query.projection.ProjectView;
import org.springframework.stereotype.Component;

/** Keeps a sheet of each project, in step with its fold. */
@Component
class PeriodSheets implements AcrossProjects {
    static final String SHEET = "sheet";
    static final String NAME = "name";
    static final String AGENCY_NAME = "agencyName";
    static final String STATUS = "status";

    @Override
    public String collection() {
        return "period_sheets_v1";
    }

    @Override
    public List<Bson> indexes() {
        return List.of();
    }

    /** As text: eight thousand are read sooner so than field by field. */
    @Override
    public Document entry(ProjectHistory history, Folding folding, LocalDate today) {
        ProjectView project = folding.project();
        Sheet sheet = SheetOf.history(history, project.flags() == null ? List.of() : project.flags());
        return new Document(NAME, project.name())
                .append(AGENCY_NAME, project.agency().name())
                .append(STATUS, project.status().name())
                .append(SHEET, EventJson.mapper().writeValueAsString(sheet));
    }
}
