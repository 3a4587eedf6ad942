package org.progressledger.query.appeals;

import java.time.LocalDate;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.AppealOutcome;

/**
 * An appeal of today as it is held in memory. What is shown of it is read when it is shown.
 *
 * @param keptAt when what is shown was kept beside it
 * @param place within its project
 */
record QueuedAppeal(
        String projectCode,
        long keptAt,
        int place,
        @Nullable Integer round,
        AppealStatus status,
        @Nullable AppealOutcome outcome,
        boolean reviewed,
        @Nullable Boolean changedSinceLastReview,
        boolean lacking,
        LocalDate since,
        @Nullable LocalDate filedOn,
        @Nullable LocalDate decidedOn)
        implements Queued {

    static Document kept(Queued appeal) {
        return new Document("round", appeal.round())
                .append("status", appeal.status().name())
                .append(
                        "outcome",
                        appeal.outcome() == null ? null : appeal.outcome().name())
                .append("reviewed", appeal.reviewed())
                .append("changed", appeal.changedSinceLastReview())
                .append("lacking", appeal.lacking())
                .append("since", appeal.since().toString())
                .append("filedOn", text(appeal.filedOn()))
                .append("decidedOn", text(appeal.decidedOn()));
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    /** @param projectCode one object for all appeals of a project */
    static QueuedAppeal of(Document kept, String projectCode, long keptAt, int place) {
        String outcome = kept.getString("outcome");
        return new QueuedAppeal(
                projectCode,
                keptAt,
                place,
                kept.getInteger("round"),
                AppealStatus.valueOf(kept.getString("status")),
                outcome == null ? null : AppealOutcome.valueOf(outcome),
                kept.getBoolean("reviewed"),
                kept.getBoolean("changed"),
                kept.getBoolean("lacking"),
                Objects.requireNonNull(day(kept, "since")),
                day(kept, "filedOn"),
                day(kept, "decidedOn"));
    }

    private static @Nullable LocalDate day(Document kept, String field) {
        String text = kept.getString(field);
        return text == null ? null : LocalDate.parse(text);
    }
}
