package org.progressledger.query.appeals;

import com.mongodb.client.model.Indexes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.progressledger.events.AppealCited;
import org.progressledger.events.AppealFiled;
import org.progressledger.events.EventJson;
import org.progressledger.events.ProjectHistory;
import org.progressledger.query.projection.AcrossProjects;
import org.progressledger.query.projection.Folding;
import org.progressledger.query.projection.ThaiText;
import org.springframework.stereotype.Component;

/**
 * What the queue needs of each project: its appeals as they stand today. A project of which nobody ever spoke of an appeal
 * leaves a document without any of the indexed fields.
 */
@Component
class AppealsKept implements AcrossProjects {
    static final String APPEALS = "appeals";
    static final String EVER = "everSpokenOf";
    static final String SEARCHED = "searched";
    static final String GRAMS = "grams";
    static final String PLACE = "place";
    static final String BODY = "body";

    @Override
    public String collection() {
        return "appeals_v1";
    }

    @Override
    public List<Bson> indexes() {
        return Stream.of(
                        EVER,
                        GRAMS,
                        APPEALS + ".status",
                        APPEALS + ".round",
                        APPEALS + ".reviewed",
                        APPEALS + "." + AppealOrder.SINCE)
                .map(Indexes::ascending)
                .toList();
    }

    @Override
    public Document entry(ProjectHistory history, Folding folding, LocalDate today) {
        Document entry = new Document();
        if (history.facts().stream()
                .noneMatch(fact -> fact.event() instanceof AppealFiled || fact.event() instanceof AppealCited)) {
            return entry;
        }
        String searched = ThaiText.folded(folding.project().name() + " "
                + folding.project().projectCode() + " "
                + folding.project().agency().name());
        List<Document> appeals = history.on(today).stream()
                .flatMap(project -> AppealCase.allOf(project).stream())
                .map(AppealItem::of)
                .map(AppealsKept::kept)
                .toList();
        // between equals the place within the project decides
        for (int place = 0; place < appeals.size(); place++) {
            appeals.get(place).append(PLACE, place);
        }
        return entry.append(EVER, true)
                .append(SEARCHED, searched)
                .append(GRAMS, new ArrayList<>(ThaiText.trigrams(searched)))
                .append(APPEALS, appeals);
    }

    /** What is looked for and ordered by, and the item as it is shown. */
    private static Document kept(AppealItem item) {
        Document kept = new Document("id", item.id())
                .append("status", item.status().name())
                .append(
                        "outcome",
                        item.outcome() == null ? null : item.outcome().name())
                .append("round", item.round())
                .append("reviewed", item.reviewed())
                .append("changed", item.changedSinceLastReview())
                .append("lacking", item.gapCount() > 0);
        for (AppealOrder order : AppealOrder.values()) {
            kept.append(order.field(), order.key(item));
        }
        return kept.append(BODY, EventJson.mapper().writeValueAsString(item));
    }

    static AppealItem item(Document kept) {
        return EventJson.mapper().readValue(kept.getString(BODY), AppealItem.class);
    }
}
