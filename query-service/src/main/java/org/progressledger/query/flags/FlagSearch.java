package org.progressledger.query.flags;

import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.Role;
import org.progressledger.events.AuditFlag;
import org.progressledger.events.ProjectCode;
import org.progressledger.problems.ProblemException;
import org.progressledger.projectledger.ProjectArchive;
import org.progressledger.query.agencies.Agencies;
import org.progressledger.query.agencies.AgencyAsked;
import org.progressledger.query.projection.FlagIndex;
import org.progressledger.query.projection.FlagIndex.Asked;
import org.progressledger.query.projection.FlagIndex.Tally;
import org.progressledger.query.projection.FlagView;
import org.progressledger.query.projection.FlagView.Severity;
import org.progressledger.query.projection.Flagging;
import org.progressledger.query.projection.FoldingBound;
import org.progressledger.query.projection.ReadModel;
import org.springframework.stereotype.Component;

/** Finds hits across projects: today's are kept, those of another day are computed, of a bounded number of projects. */
@Component
class FlagSearch {
    private final FlagIndex index;
    private final ReadModel readModel;
    private final ProjectArchive archive;
    private final Flagging flagging;
    private final Agencies agencies;
    private final FoldingBound bound;

    FlagSearch(
            FlagIndex index,
            ReadModel readModel,
            ProjectArchive archive,
            Flagging flagging,
            Agencies agencies,
            FoldingBound bound) {
        this.index = index;
        this.readModel = readModel;
        this.archive = archive;
        this.flagging = flagging;
        this.agencies = agencies;
        this.bound = bound;
    }

    /** What is asked; null leaves it open. */
    record Question(
            @Nullable AuditFlag flag,
            @Nullable Severity severity,
            @Nullable Boolean acknowledged,
            @Nullable AgencyAsked agency,
            @Nullable Integer fiscalYear,
            @Nullable ProjectCode project) {}

    /** A page, and how many there are. */
    record Found(List<FlagView> hits, long total) {}

    Found today(Question question, Asker asker, int skip, int limit) {
        Asked asked = asked(question, asker);
        return new Found(index.find(asked, skip, limit), index.count(asked));
    }

    /** @throws ProblemException if more projects would have to be folded than the setting allows */
    Found on(LocalDate day, Question question, Asker asker, int skip, int limit) {
        List<FlagView> hits = computed(day, asked(question, asker));
        return new Found(hits.stream().skip(skip).limit(limit).toList(), hits.size());
    }

    /**
     * A page of a day's hits.
     *
     * @param tallies of every flag, whichever is asked for
     */
    record Explored(List<FlagView> hits, long total, Map<AuditFlag, Tally> tallies) {}

    /** Today's hits, and how many there are of each flag. */
    Explored exploreToday(Question question, Asker asker, int skip, int limit) {
        Asked asked = asked(question, asker);
        Map<AuditFlag, Tally> tallies = index.tallies(asked.ofEveryFlag());
        return new Explored(index.find(asked, skip, limit), total(tallies, question.flag()), tallies);
    }

    /**
     * Those of another day.
     *
     * @throws ProblemException if more projects would have to be folded than the setting allows
     */
    Explored exploreOn(LocalDate day, Question question, Asker asker, int skip, int limit) {
        Asked asked = asked(question, asker);
        List<FlagView> hits = computed(day, asked.ofEveryFlag());
        Map<AuditFlag, Tally> tallies = FlagIndex.tallies(hits);
        return new Explored(
                hits.stream().filter(asked::includes).skip(skip).limit(limit).toList(),
                total(tallies, question.flag()),
                tallies);
    }

    private static long total(Map<AuditFlag, Tally> tallies, @Nullable AuditFlag flag) {
        return tallies.entrySet().stream()
                .filter(tally -> flag == null || tally.getKey() == flag)
                .mapToLong(tally -> tally.getValue().all())
                .sum();
    }

    private List<FlagView> computed(LocalDate day, Asked asked) {
        bound.check(readModel.count(asked.projects()));
        return readModel.codes(asked.projects()).stream()
                .flatMap(code -> flagging.on(day, archive.history(code)).stream())
                .filter(asked::includes)
                .toList();
    }

    private Asked asked(Question question, Asker asker) {
        List<Bson> projects = new ArrayList<>();
        if (question.agency() != null) {
            projects.add(question.agency().projects(agencies.register()));
        }
        if (question.fiscalYear() != null) {
            projects.add(Filters.eq("fiscalYear", question.fiscalYear()));
        }
        if (question.project() != null) {
            projects.add(Filters.eq("_id", question.project().text()));
        }
        if (asker.role() == Role.OFFICER) {
            projects.add(Filters.in("scopes", asker.scope()));
        }
        return new Asked(
                projects.isEmpty() ? Filters.empty() : Filters.and(projects),
                question.flag(),
                question.severity(),
                question.acknowledged());
    }
}
