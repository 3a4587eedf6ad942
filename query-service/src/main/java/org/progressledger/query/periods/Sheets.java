package org.progressledger.query.periods;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.progressledger.events.EventJson;
import org.progressledger.events.FiscalYear;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectStatus;
import org.progressledger.query.projection.KeptAcross;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectReader;

/** Reads kept sheets. */
@Component
class Sheets {
    // beyond this the year is read as a whole: a longer list is no shorter way
    private static final int MOST_NAMED = 1_000;

    private final ObjectReader reader = EventJson.mapper().readerFor(Sheet.class);
    private final KeptAcross kept;
    private final PeriodSheets across;

    Sheets(KeptAcross kept, PeriodSheets across) {
        this.kept = kept;
        this.across = across;
    }

    /** The sheets of these projects of a year, by code. */
    Map<String, KeptSheet> of(FiscalYear year, Set<ProjectCode> projects) {
        MongoCollection<Document> documents = kept.documents(across);
        Bson ofYear = eq("fiscalYear", year.buddhistYear());
        List<String> codes = projects.stream().map(ProjectCode::text).toList();
        Bson filter = codes.size() > MOST_NAMED ? ofYear : and(ofYear, in("_id", codes));
        Map<String, KeptSheet> found = new HashMap<>();
        Set<String> wanted = Set.copyOf(codes);
        for (Document document : documents.find(filter).batchSize(MOST_NAMED)) {
            String code = document.getString("_id");
            if (wanted.contains(code)) {
                found.put(code, sheet(code, document));
            }
        }
        return found;
    }

    private KeptSheet sheet(String code, Document document) {
        return new KeptSheet(
                code,
                document.getString(PeriodSheets.NAME),
                document.getString("agency"),
                document.getString(PeriodSheets.AGENCY_NAME),
                ProjectStatus.valueOf(document.getString(PeriodSheets.STATUS)),
                document.getLong("position"),
                reader.readValue(document.getString(PeriodSheets.SHEET)));
    }
}
