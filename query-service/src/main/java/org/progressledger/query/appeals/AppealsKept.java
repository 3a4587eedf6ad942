package org.progressledger.query.appeals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.AppealCited;
import org.progressledger.events.AppealFiled;
import org.progressledger.events.EventJson;
import org.progressledger.events.ProjectHistory;
import org.progressledger.query.projection.AcrossProjects;
import org.progressledger.query.projection.Folding;
import org.progressledger.query.projection.KeptAcross;
import org.progressledger.query.projection.ReadModel;
import org.springframework.stereotype.Component;

/**
 * What the queue needs of each project: its appeals as they stand today. Of a project of which nobody ever spoke of an appeal
 * nothing is kept, and the queue never learns of it.
 */
@Component
class AppealsKept implements AcrossProjects {
    static final String SEARCHED = "searched";
    /** By what each appeal is found and put in order. */
    static final String QUEUED = "queued";
    /** What is shown of each, at the same places. */
    static final String BODIES = "bodies";

    @Override
    public String collection() {
        return "appeals_v2";
    }

    @Override
    public List<Bson> indexes() {
        return List.of();
    }

    @Override
    public boolean isFollowed() {
        return true;
    }

    @Override
    public boolean isFollowed(Document entry) {
        return entry.containsKey(QUEUED);
    }

    @Override
    public Document entry(ProjectHistory history, Folding folding, LocalDate today) {
        if (history.facts().stream()
                .noneMatch(fact -> fact.event() instanceof AppealFiled || fact.event() instanceof AppealCited)) {
            return new Document();
        }
        String searched = ReadModel.searched(
                folding.project().name(),
                folding.project().projectCode(),
                folding.project().agency().name());
        return entry(
                searched,
                history.on(today).stream()
                        .flatMap(project -> AppealCase.allOf(project).stream())
                        .map(AppealItem::of)
                        .toList());
    }

    static Document entry(String searched, List<AppealItem> appeals) {
        return new Document(SEARCHED, searched)
                .append(QUEUED, appeals.stream().map(QueuedAppeal::kept).toList())
                .append(
                        BODIES,
                        appeals.stream()
                                .map(item -> EventJson.mapper().writeValueAsString(item))
                                .toList());
    }

    /** What is shown of an appeal; empty where its project was kept anew since. */
    static Optional<AppealItem> body(@Nullable Document kept, QueuedAppeal appeal) {
        return kept == null || !Long.valueOf(appeal.keptAt()).equals(kept.getLong(KeptAcross.KEPT_AT))
                ? Optional.empty()
                : Optional.of(EventJson.mapper()
                        .readValue(kept.getList(BODIES, String.class).get(appeal.place()), AppealItem.class));
    }
}
