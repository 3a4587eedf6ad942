package org.progressledger.query;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.Amended;
import org.progressledger.events.Baht;
import org.progressledger.events.Budget;
import org.progressledger.events.FiscalYear;
import org.progressledger.events.LineRange;
import org.progressledger.events.Percent;
import org.progressledger.events.Period;
import org.progressledger.events.PersonalData;
import org.progressledger.events.ProgressCorrected;
import org.progressledger.events.ProgressReported;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectDetailsAmended;
import org.progressledger.events.ProjectRegistered;
import org.progressledger.events.Provenance;
import org.progressledger.events.ReportContent;
import org.progressledger.events.ResponsibleAgency;
import org.progressledger.events.ScheduleStatus;
import org.progressledger.events.Sha256;
import org.progressledger.events.Source;
import org.progressledger.events.TargetStatus;

/** Facts of invented projects, as the tests tell them. */
public final class Facts {
    public static final ProjectCode BANGNA = ProjectCode.of("50470000-3298");
    public static final Provenance CLERK =
            new Provenance("clerk", "OFFICER", "สำนักงานเขตบางนา", "command-1", null, null, null, null);
    public static final Source PAPER = new Source(Sha256.of("ab".repeat(32)), List.of(new LineRange(13, 14)));

    private Facts() {}

    public static ProjectRegistered registered(
            ProjectCode code, String name, String agency, int year, @Nullable PersonalData officer) {
        return new ProjectRegistered(
                code,
                name,
                FiscalYear.of(year),
                new Period(LocalDate.of(year - 544, 10, 1), LocalDate.of(year - 543, 9, 30)),
                new Budget(Baht.of("122800"), Baht.of("1500.50")),
                new ResponsibleAgency(agency, "ฝ่ายปกครอง", null),
                officer,
                null,
                null,
                List.of(),
                null,
                null,
                List.of());
    }

    public static ProgressReported report(ProjectCode code, int number, String date, String percent) {
        return new ProgressReported(code, number, 1, LocalDate.parse(date), says(percent), null);
    }

    public static ProgressCorrected correction(ProjectCode code, int number, String before, String after) {
        return new ProgressCorrected(code, number, says(before), says(after), null, "กท 1/2564");
    }

    public static ProgressCorrected narrativeCorrection(ProjectCode code, int number, String percent) {
        return new ProgressCorrected(
                code, number, says(percent), says(percent, "อยู่ระหว่างจัดซื้อจัดจ้าง"), null, null);
    }

    private static ReportContent says(String percent) {
        return says(percent, "อยู่ระหว่างดำเนินการ");
    }

    private static ReportContent says(String percent, String narrative) {
        return new ReportContent(
                Percent.of(percent), Baht.ZERO, ScheduleStatus.ON_PLAN, TargetStatus.ON_TARGET, narrative);
    }

    /** The money spent is stated anew, the end moves. */
    public static ProjectDetailsAmended amended(ProjectCode code, LocalDate effectiveOn) {
        return new ProjectDetailsAmended(
                code,
                effectiveOn,
                null,
                null,
                new Amended<>(
                        new Period(LocalDate.of(2020, 10, 1), LocalDate.of(2021, 9, 30)),
                        new Period(LocalDate.of(2020, 10, 1), LocalDate.of(2021, 12, 31))),
                null,
                new Amended<>(Baht.ZERO, Baht.of("33750")),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
