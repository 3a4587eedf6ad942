package org.progressledger.query.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.Objective;
import org.progressledger.events.PersonalData;
import org.progressledger.events.PrintedIndicator;
import org.progressledger.events.ProjectStatus;
import org.progressledger.events.StrategyLink;
import org.progressledger.query.projection.AppealViews.AppealView;
import org.progressledger.query.projection.IndicatorViews.AdoptedIndicatorView;
import org.progressledger.query.projection.IndicatorViews.EvaluationView;
import org.progressledger.query.projection.ReportViews.LatestReportView;
import org.progressledger.query.projection.Views.AcknowledgementView;
import org.progressledger.query.projection.Views.ActivityView;
import org.progressledger.query.projection.Views.AmendmentView;
import org.progressledger.query.projection.Views.CertificationView;
import org.progressledger.query.projection.Views.CitedLetterView;
import org.progressledger.query.projection.Views.EndingView;
import org.progressledger.query.projection.Views.EventView;
import org.progressledger.query.projection.Views.EvidenceView;
import org.progressledger.query.projection.Views.LateWindowView;
import org.progressledger.query.projection.Views.PauseView;
import org.progressledger.query.projection.Views.PlanView;
import org.progressledger.query.projection.Views.SourceView;
import org.progressledger.query.projection.Views.WithdrawnView;

/**
 * A project with its latest status. What the paper does not state is null or empty, never invented.
 *
 * @param indicators as the form prints them
 * @param amendments what changed of the head, the last one last
 * @param plans the last one holds
 * @param adoptedIndicators the coordinators' own
 * @param evaluations the coordinators' scores of the project itself; never the reported percentage
 * @param withdrawn what was recorded by mistake
 * @param flags hits of the audit flags; absent where no day is asked for
 * @param stale where its answers are older than the ledger; absent where they are not, and never kept
 * @param version how many events are recorded of it
 * @param ledgerPosition the last event that is folded in
 */
public record ProjectView(
        String projectCode,
        String name,
        int fiscalYear,
        AgencyView agency,
        PeriodView period,
        BudgetView budget,
        ProjectStatus status,
        BigDecimal percent,
        @Nullable LatestReportView latestReport,
        int reportCount,
        List<PauseView> pauses,
        List<AppealView> appeals,
        List<ActivityView> activities,
        List<CitedLetterView> letters,
        @Nullable PersonView responsibleOfficer,
        @Nullable PersonView coordinator,
        @Nullable String rationale,
        List<Objective> objectives,
        @Nullable String target,
        @Nullable StrategyLink strategy,
        List<PrintedIndicator> indicators,
        List<AmendmentView> amendments,
        List<PlanView> plans,
        List<EndingView> endings,
        List<LateWindowView> lateWindows,
        List<AdoptedIndicatorView> adoptedIndicators,
        List<EvaluationView> evaluations,
        List<EvidenceView> evidence,
        List<WithdrawnView> withdrawn,
        List<AcknowledgementView> acknowledgements,
        List<CertificationView> certifications,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<FlagView> flags,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable StaleView stale,
        EventView registration,
        @Nullable SourceView source,
        long version,
        long ledgerPosition,
        Instant recordedAt)
        implements AsKept<ProjectView> {

    /**
     * The responsible agency; its code is the first eight digits of the project's.
     *
     * @param name as registered
     * @param mainCode the main code of the agency in the register; filled when answering, never kept
     * @param registerName how the register calls the agency; filled when answering, never kept
     */
    public record AgencyView(
            String code,
            String name,
            @Nullable String division,
            @Nullable String section,
            @Nullable String mainCode,
            @Nullable String registerName) {

        AgencyView(String code, String name, @Nullable String division, @Nullable String section) {
            this(code, name, division, section, null, null);
        }

        /** The same, with what the register says of it. */
        public AgencyView inRegister(String mainCode, String registerName) {
            return new AgencyView(code, name, division, section, mainCode, registerName);
        }
    }

    /** First and last day, both included. */
    public record PeriodView(LocalDate startsOn, LocalDate endsOn) {}

    /** Baht; spent is the amount last stated for the project, null where none is, and the day of that statement. */
    public record BudgetView(
            BigDecimal allocated,
            @Nullable BigDecimal spent,
            @Nullable LocalDate spentStatedOn) {}

    /** A person, as the reader may see them: in clear, masked, or erased. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PersonView(
            @Nullable PersonalData sealed,
            @Nullable String name,
            @Nullable String phone,
            @Nullable Boolean masked,
            @Nullable Boolean erased) {

        static @Nullable PersonView kept(@Nullable PersonalData data) {
            return data == null ? null : new PersonView(data, null, null, null, null);
        }

        static @Nullable PersonView shown(@Nullable PersonView kept, Function<PersonalData, PersonView> reading) {
            return kept == null || kept.sealed() == null ? kept : reading.apply(kept.sealed());
        }

        /** For those who may not see it. */
        public static PersonView hidden() {
            return new PersonView(null, null, null, true, null);
        }

        /** The person's key was deleted. */
        public static PersonView forgotten() {
            return new PersonView(null, null, null, null, true);
        }

        /** In clear. */
        public static PersonView clear(String name, @Nullable String phone) {
            return new PersonView(null, name, phone, null, null);
        }
    }

    /** The same with the persons as the reader may see them. */
    public ProjectView shownBy(Function<PersonalData, PersonView> reading) {
        return with(
                agency,
                PersonView.shown(responsibleOfficer, reading),
                PersonView.shown(coordinator, reading),
                amendments.stream().map(each -> each.shownBy(reading)).toList(),
                certifications.stream().map(each -> each.shownBy(reading)).toList(),
                flags,
                stale);
    }

    @Override
    public ProjectView inRegister(String mainCode, String registerName) {
        return with(
                agency.inRegister(mainCode, registerName),
                responsibleOfficer,
                coordinator,
                amendments,
                certifications,
                flags,
                stale);
    }

    /** The same with what an auditor should look at. */
    public ProjectView with(List<FlagView> flags) {
        return with(agency, responsibleOfficer, coordinator, amendments, certifications, flags, stale);
    }

    @Override
    public ProjectView with(StaleView stale) {
        return with(agency, responsibleOfficer, coordinator, amendments, certifications, flags, stale);
    }

    private ProjectView with(
            AgencyView agency,
            @Nullable PersonView responsibleOfficer,
            @Nullable PersonView coordinator,
            List<AmendmentView> amendments,
            List<CertificationView> certifications,
            @Nullable List<FlagView> flags,
            @Nullable StaleView stale) {
        return new ProjectView(
                projectCode,
                name,
                fiscalYear,
                agency,
                period,
                budget,
                status,
                percent,
                latestReport,
                reportCount,
                pauses,
                appeals,
                activities,
                letters,
                responsibleOfficer,
                coordinator,
                rationale,
                objectives,
                target,
                strategy,
                indicators,
                amendments,
                plans,
                endings,
                lateWindows,
                adoptedIndicators,
                evaluations,
                evidence,
                withdrawn,
                acknowledgements,
                certifications,
                flags,
                stale,
                registration,
                source,
                version,
                ledgerPosition,
                recordedAt);
    }
}
