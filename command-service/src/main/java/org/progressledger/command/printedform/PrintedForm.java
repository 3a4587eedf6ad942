package org.progressledger.command.printedform;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.Baht;
import org.progressledger.events.FiscalYear;
import org.progressledger.events.Objective;
import org.progressledger.events.PrintedIndicator;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ResponsibleAgency;
import org.progressledger.events.StrategyLink;

/**
 * แบบแสดงรายงานความก้าวหน้าและข้อมูลเกี่ยวกับโครงการ: one form as the paper states it. Null means: not on the paper.
 *
 * @param endsOn never before startsOn
 * @param reports in the order of their true numbers
 * @param certification null where the paper has no such block
 */
public record PrintedForm(
        Stated<ProjectCode> projectCode,
        Stated<String> name,
        Stated<FiscalYear> fiscalYear,
        Stated<LocalDate> startsOn,
        Stated<LocalDate> endsOn,
        Stated<Baht> budgetAllocated,
        @Nullable Stated<Baht> budgetSpent,
        Stated<ResponsibleAgency> agency,
        @Nullable Stated<PrintedPerson> responsibleOfficer,
        @Nullable Stated<PrintedPerson> coordinator,
        @Nullable Stated<String> rationale,
        List<Stated<Objective>> objectives,
        @Nullable Stated<String> target,
        @Nullable Stated<StrategyLink> strategy,
        List<Stated<PrintedIndicator>> indicators,
        List<PrintedReport> reports,
        @Nullable Stated<PrintedCertification> certification) {
    public PrintedForm {
        objectives = List.copyOf(objectives);
        indicators = List.copyOf(indicators);
        reports = List.copyOf(reports);
    }
}
