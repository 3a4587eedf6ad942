package org.progressledger.query.flags;

import java.util.EnumMap;
import java.util.Map;
import org.progressledger.events.AuditFlag;

/** The rule of each flag. The switch has no default: a new flag asks here how it is found. */
final class FlagRules {
    private FlagRules() {}

    static FlagRule of(AuditFlag flag, FlagSettings settings) {
        return switch (flag) {
            case PCT_JUMP -> new PctJump(settings.jumpPoints());
            case COMPLETE_ZERO_SPEND -> new CompleteZeroSpend();
            case ON_PLAN_WHILE_PAUSED -> new OnPlanWhilePaused();
            case PROGRESS_WITHOUT_RESUME -> new ProgressWithoutResume();
            case DUPLICATE_NARRATIVE -> new DuplicateNarrative(settings.similarity(), settings.comparedCharacters());
            case BEHIND_ELAPSED -> new BehindElapsed(settings.behindPoints());
            case ACTIVITY_WHILE_PAUSED -> new ActivityWhilePaused();
            case PCT_FELL -> new PctFell();
            case REPORT_GAP -> new ReportGap();
            case MISSING_MONTH -> new MissingMonth();
            case LATE_DISCLOSURE -> new LateDisclosure(settings.lateDays());
            case APPEAL_GAP -> new AppealGap();
            case SPEND_MISMATCH -> new SpendMismatch();
            case UNSIGNED -> new Unsigned();
        };
    }

    static Map<AuditFlag, FlagRule> all(FlagSettings settings) {
        Map<AuditFlag, FlagRule> rules = new EnumMap<>(AuditFlag.class);
        for (AuditFlag flag : AuditFlag.values()) {
            rules.put(flag, of(flag, settings));
        }
        return rules;
    }
}
