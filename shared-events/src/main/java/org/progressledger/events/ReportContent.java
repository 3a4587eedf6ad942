package org.progressledger.events;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a progress report says, apart from its number and date.
 *
 * @param percent ความก้าวหน้าของงาน
 * @param disbursed งบประมาณที่เบิกใช้ as this report states it; null where it states none (blank is not 0)
 * @param narrative the text without markup
 */
public record ReportContent(
        Percent percent,
        @Nullable Baht disbursed,
        ScheduleStatus scheduleStatus,
        TargetStatus targetStatus,
        String narrative) {

    public ReportContent {
        Objects.requireNonNull(percent, "percent");
        Objects.requireNonNull(scheduleStatus, "scheduleStatus");
        Objects.requireNonNull(targetStatus, "targetStatus");
        Objects.requireNonNull(narrative, "narrative");
    }
}
