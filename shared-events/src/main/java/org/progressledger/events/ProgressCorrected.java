package org.progressledger.events;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * แก้ไขรายงาน: what a report says was put right. The report itself is never edited; why is told with the event.
 *
 * @param before what it said until now
 * @param after what it says from now on; differs from {@code before}
 * @param approver who approved it, sealed, for it may be a name
 * @param letter the approval letter, as text
 */
public record ProgressCorrected(
        ProjectCode project,
        int reportNo,
        ReportContent before,
        ReportContent after,
        @Nullable PersonalData approver,
        @Nullable String letter)
        implements ProjectEvent {

    public ProgressCorrected {
        Objects.requireNonNull(project, "project");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        if (before.equals(after)) {
            throw new IllegalArgumentException("A correction changes something");
        }
    }
}
