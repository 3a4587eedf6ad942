package org.progressledger.query.appeals;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.appeals.AppealPage.Citation;
import org.progressledger.query.appeals.AppealPage.GapShown;
import org.progressledger.query.appeals.ProjectAppeals.AppealOfProject;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Frame.Moment;
import org.progressledger.query.frame.Frame.State;
import org.progressledger.query.frame.ProjectHead;
import org.progressledger.query.frame.ProjectPages.Held;

/** The appeals of a project, those without papers too. */
record AppealsOfProjectPage(Frame frame, ProjectHead head, List<One> appeals) {

    /**
     * An appeal.
     *
     * @param round null where no narrative tells it
     * @param finding the last one's outcome; null while nobody reviewed it
     */
    record One(
            @Nullable Integer round,
            State state,
            @Nullable Moment filedOn,
            @Nullable Moment closedOn,
            @Nullable String finding,
            boolean changedSince,
            List<Citation> citations,
            List<GapShown> gaps) {}

    static AppealsOfProjectPage of(Held<List<AppealOfProject>> held, Frame frame) {
        return new AppealsOfProjectPage(
                frame,
                held.head(frame),
                held.part().stream().map(each -> one(each, frame)).toList());
    }

    private static One one(AppealOfProject each, Frame frame) {
        AppealItem item = each.appeal().appeal();
        return new One(
                item.round(),
                AppealTelling.state(item, frame),
                item.filedOn() == null ? null : Figures.day(item.filedOn(), frame.language()),
                item.decidedOn() != null
                        ? Figures.day(item.decidedOn(), frame.language())
                        : item.withdrawnOn() == null ? null : Figures.day(item.withdrawnOn(), frame.language()),
                item.lastReview() == null
                        ? null
                        : frame.say(
                                "appeal.review." + item.lastReview().outcome().name()),
                Boolean.TRUE.equals(item.changedSinceLastReview()),
                AppealTelling.citations(each.citations(), item.round() == null, frame),
                AppealTelling.gaps(each.gaps(), frame));
    }
}
