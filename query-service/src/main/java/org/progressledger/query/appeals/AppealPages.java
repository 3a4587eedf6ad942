package org.progressledger.query.appeals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.Role;
import org.progressledger.query.appeals.AppealForm.Kind;
import org.progressledger.query.appeals.AppealPage.Act;
import org.progressledger.query.asking.Points.Point;
import org.progressledger.query.forms.Form;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.ProjectPages;
import org.progressledger.query.frame.ProjectPages.Held;
import org.progressledger.query.projection.ProjectView;
import org.progressledger.query.projection.ReadModel;
import org.progressledger.query.projection.Views.TimelineEntry;
import org.springframework.stereotype.Component;

/** Reads what the page of an appeal shows, whether somebody reads it or fills in a form. */
@Component
class AppealPages {
    private final ProjectPages pages;
    private final ProjectAppeals appeals;
    private final ReadModel readModel;

    AppealPages(ProjectPages pages, ProjectAppeals appeals, ReadModel readModel) {
        this.pages = pages;
        this.appeals = appeals;
        this.readModel = readModel;
    }

    /** An appeal and all that happened in its project. */
    record Read(AppealStory story, List<TimelineEntry> timeline) {}

    Held<Read> read(String code, int round, @Nullable Long atLeast, Asker asker) {
        ProjectAppeals.checkRound(round);
        Point now = appeals.now();
        return pages.read(
                code,
                atLeast,
                asker,
                valid -> new Read(
                        appeals.story(valid, round, now, asker).orElseThrow(),
                        readModel.timeline(valid).orElse(List.of())));
    }

    /** An empty form; null where there is nothing to fill in. */
    static @Nullable AppealForm blank(@Nullable Kind kind, Held<Read> held, Frame frame) {
        ProjectView project = held.project();
        return kind == null
                ? null
                : new AppealForm(kind, Form.prefilled(kind.fields(project, frame), Map.of(), project.version()));
    }

    /** What an event of the project says; null while it is not known here. */
    static @Nullable String words(Held<Read> held, long sequence, Frame frame) {
        return held.part().timeline().stream()
                .filter(entry -> entry.sequence() == sequence)
                .findFirst()
                .map(entry -> frame.say(entry.summary().th(), entry.summary().en()))
                .orElse(null);
    }

    AppealPage page(
            Held<Read> held, int round, @Nullable String done, @Nullable AppealForm form, Asker asker, Frame frame) {
        AppealStory story = held.part().story();
        AppealTelling telling = new AppealTelling(story, frame);
        AppealValues values = new AppealValues(story, frame);
        return new AppealPage(
                frame,
                held.head(frame),
                round,
                AppealTelling.state(story.appeal().appeal(), frame),
                telling.waited(),
                done,
                telling.gaps(),
                telling.papers(),
                telling.citations(),
                values.criteria(),
                values.columns(),
                values.rows(),
                values.rescored(),
                telling.charts(),
                telling.reported(),
                telling.findings(),
                telling.since(),
                telling.facts(),
                form,
                acts(story, held.project().projectCode(), round, form, asker, frame));
    }

    /** Buttons for what the role may record; whether it may be recorded now the command decides. */
    private static List<Act> acts(
            AppealStory story, String code, int round, @Nullable AppealForm form, Asker asker, Frame frame) {
        List<Act> acts = new ArrayList<>();
        if (story.appeal().appeal().status() != AppealStatus.FILED) {
            return acts;
        }
        String path = "/projects/" + code + "/appeals/" + round + "/";
        if (asker.role() == Role.COORDINATOR && (form == null || !form.is(Kind.DECISION))) {
            acts.add(new Act(path + Kind.DECISION.path(), frame.say("appeal.act.decision")));
        }
        if ((asker.role() == Role.COORDINATOR || asker.role() == Role.OFFICER)
                && (form == null || !form.is(Kind.WITHDRAWAL))) {
            acts.add(new Act(path + Kind.WITHDRAWAL.path(), frame.say("appeal.act.withdrawal")));
        }
        return acts;
    }
}
