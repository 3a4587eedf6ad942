package org.progressledger.command.web;

import java.util.Map;
import java.util.Set;

/** What a body must state, for the API's description; a test sends empty bodies and compares. */
final class RequiredFields {
    static final Map<String, Set<String>> OF = Map.ofEntries(
            Map.entry("Registration", Set.of("projectCode", "name", "fiscalYear", "agency", "period", "budget")),
            Map.entry("AgencyFields", Set.of("name")),
            Map.entry("AgencyEditFields", Set.of("reason")),
            Map.entry("PersonFields", Set.of("name")),
            Map.entry("ObjectiveFields", Set.of("text")),
            Map.entry("IndicatorFields", Set.of("text")),
            Map.entry("LetterFields", Set.of("number")),
            Map.entry("Amendment", Set.of("reason")),
            Map.entry("PlanFields", Set.of("months")),
            Map.entry("MonthFields", Set.of("month", "percent")),
            Map.entry("ReportFields", Set.of("reportedOn", "percent", "narrative")),
            Map.entry("CorrectionFields", Set.of("reason")),
            Map.entry("ReturnFields", Set.of("reason")),
            Map.entry("LateWindowFields", Set.of("month", "until", "reason")),
            Map.entry("ActivityFields", Set.of("heldOn", "description")),
            Map.entry("MistakeFields", Set.of("sequence", "reason")),
            Map.entry("PauseFields", Set.of("effectiveOn", "cause", "words")),
            Map.entry("ResumeFields", Set.of("effectiveOn")),
            Map.entry("CompleteFields", Set.of("completedOn")),
            Map.entry("CancelFields", Set.of("cancelledOn", "reason")),
            Map.entry("ReopenFields", Set.of("reopenedOn", "reason")),
            Map.entry("FilingFields", Set.of("round", "filedOn", "grounds", "asked")),
            Map.entry("DecisionFields", Set.of("decidedOn", "outcome")),
            Map.entry("WithdrawalFields", Set.of("withdrawnOn", "reason")),
            Map.entry("ReviewFields", Set.of("outcome", "finding")),
            Map.entry("AdoptionFields", Set.of("text", "kind", "unit")),
            Map.entry("ResultFields", Set.of("quarter")),
            Map.entry("CriteriaFields", Set.of("criteria", "effectiveOn", "reason")),
            Map.entry("EvaluationFields", Set.of("quarter")),
            Map.entry("PartFields", Set.of("number")),
            Map.entry("AcknowledgementFields", Set.of("flag", "reason")));

    private RequiredFields() {}
}
