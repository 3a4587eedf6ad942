package org.progressledger.command.printedform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.progressledger.events.ScheduleStatus;
import org.progressledger.events.TargetStatus;

/**
 * The words behind a percentage: {@code : เป็นไปตามแผน : เป็นไปตามเป้าหมาย}. Only words whose meaning is plain are
 * known; {@code ไม่เป็นไปตามแผน} does not say to which side.
 */
record Statuses(ScheduleStatus schedule, String schedulePrinted, TargetStatus target, String targetPrinted) {

    private static final Map<String, ScheduleStatus> SCHEDULE = new LinkedHashMap<>();
    private static final Map<String, TargetStatus> TARGET = new LinkedHashMap<>();

    static {
        schedule(ScheduleStatus.ON_PLAN, "เป็นไปตามแผน", "เป็นไปตามแผนงาน", "ตามแผน");
        schedule(ScheduleStatus.BEHIND, "ล่าช้ากว่าแผน", "ช้ากว่าแผน", "ต่ำกว่าแผน", "ล่าช้า");
        schedule(ScheduleStatus.AHEAD, "เร็วกว่าแผน", "สูงกว่าแผน", "ก่อนแผน");
        target(TargetStatus.ON_TARGET, "เป็นไปตามเป้าหมาย", "ตามเป้าหมาย", "บรรลุเป้าหมาย", "สูงกว่าเป้าหมาย");
        target(TargetStatus.OFF_TARGET, "ไม่เป็นไปตามเป้าหมาย", "ต่ำกว่าเป้าหมาย", "ไม่บรรลุเป้าหมาย");
    }

    /** Every known one, letters alone. */
    static final List<String> SPELLINGS =
            Stream.concat(SCHEDULE.keySet().stream(), TARGET.keySet().stream()).toList();

    private static void schedule(ScheduleStatus status, String... spellings) {
        for (String spelling : spellings) {
            SCHEDULE.put(Likeness.letters(spelling), status);
        }
    }

    private static void target(TargetStatus status, String... spellings) {
        for (String spelling : spellings) {
            TARGET.put(Likeness.letters(spelling), status);
        }
    }

    /** The two columns as printed; where only the second one's words stand in the first column, they are its. */
    static Statuses of(String first, String second) {
        boolean slipped = second.isEmpty() && TARGET.containsKey(Likeness.letters(first));
        String schedulePrinted = slipped ? "" : first;
        String targetPrinted = slipped ? first : second;
        return new Statuses(
                SCHEDULE.getOrDefault(Likeness.letters(schedulePrinted), ScheduleStatus.UNKNOWN),
                schedulePrinted,
                TARGET.getOrDefault(Likeness.letters(targetPrinted), TargetStatus.UNKNOWN),
                targetPrinted);
    }
}
