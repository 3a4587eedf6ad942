package org.progressledger.query.export.table;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.LineRange;
import org.progressledger.events.ProjectStatus;
import org.progressledger.events.ReportState;
import org.progressledger.events.ScheduleStatus;
import org.progressledger.events.TargetStatus;
import org.progressledger.query.projection.FlagView.Severity;
import org.progressledger.query.projection.ProjectView.PersonView;

/** How the office writes what programs write as constants. */
final class Wording {
    private static final String MASKED = "(ปกปิด / masked)";
    private static final String ERASED = "(ลบแล้ว / erased)";

    private Wording() {}

    static String thai(ProjectStatus status) {
        return switch (status) {
            case ACTIVE -> "กำลังดำเนินการ";
            case PAUSED -> "ชะลอ";
            case COMPLETED -> "แล้วเสร็จ";
            case CANCELLED -> "ยกเลิก";
        };
    }

    static String thai(ReportState state) {
        return switch (state) {
            case REPORTED -> "รายงานแล้ว";
            case CORRECTED -> "แก้ไขแล้ว";
            case RETURNED -> "ส่งคืน";
        };
    }

    static String thai(ScheduleStatus status) {
        return switch (status) {
            case ON_PLAN -> "เป็นไปตามแผน";
            case BEHIND -> "ช้ากว่าแผน";
            case AHEAD -> "เร็วกว่าแผน";
            case UNKNOWN -> "ไม่ได้ระบุ";
        };
    }

    static String thai(TargetStatus status) {
        return switch (status) {
            case ON_TARGET -> "เป็นไปตามเป้าหมาย";
            case OFF_TARGET -> "ไม่เป็นไปตามเป้าหมาย";
            case UNKNOWN -> "ไม่ได้ระบุ";
        };
    }

    static String thai(Severity severity) {
        return switch (severity) {
            case INFO -> "ทราบ";
            case WARNING -> "ควรชี้แจง";
            case ALERT -> "ควรตรวจสอบ";
        };
    }

    /** {@code 3-4 9}. */
    static String lines(List<LineRange> lines) {
        return lines.stream()
                .map(range -> range.first() == range.last()
                        ? Integer.toString(range.first())
                        : range.first() + "-" + range.last())
                .collect(Collectors.joining(" "));
    }

    static @Nullable String name(@Nullable PersonView person) {
        return person == null || person.name() != null ? nameOf(person) : hidden(person);
    }

    static @Nullable String phone(@Nullable PersonView person) {
        if (person == null) {
            return null;
        }
        return person.name() == null ? hidden(person) : person.phone();
    }

    private static @Nullable String nameOf(@Nullable PersonView person) {
        return person == null ? null : person.name();
    }

    private static String hidden(PersonView person) {
        return Boolean.TRUE.equals(person.erased()) ? ERASED : MASKED;
    }
}
