package org.progressledger.command.bulk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.progressledger.events.ScheduleStatus;
import org.progressledger.events.TargetStatus;

/** The words for how a report stands to plan and target. The first of each is that of the template's lists. */
final class StatusWords {
    /** What the drop-down lists of the template offer. */
    static final List<String> SCHEDULE = List.of("เป็นไปตามแผน", "ช้ากว่าแผน", "เร็วกว่าแผน");

    static final List<String> TARGET = List.of("เป็นไปตามเป้าหมาย", "ไม่เป็นไปตามเป้าหมาย");

    private static final Map<String, ScheduleStatus> SCHEDULE_BY_WORD = new HashMap<>();
    private static final Map<String, TargetStatus> TARGET_BY_WORD = new HashMap<>();

    static {
        put(
                SCHEDULE_BY_WORD,
                ScheduleStatus.ON_PLAN,
                "เป็นไปตามแผน",
                "เป็นไปตามแผนงาน",
                "ตามแผน",
                "on plan",
                "ON_PLAN");
        put(
                SCHEDULE_BY_WORD,
                ScheduleStatus.BEHIND,
                "ช้ากว่าแผน",
                "ล่าช้ากว่าแผน",
                "ต่ำกว่าแผน",
                "ล่าช้า",
                "behind",
                "behind plan");
        put(SCHEDULE_BY_WORD, ScheduleStatus.AHEAD, "เร็วกว่าแผน", "สูงกว่าแผน", "ก่อนแผน", "ahead", "ahead of plan");
        put(SCHEDULE_BY_WORD, ScheduleStatus.UNKNOWN, "", "ไม่ระบุ", "unknown");
        put(
                TARGET_BY_WORD,
                TargetStatus.ON_TARGET,
                "เป็นไปตามเป้าหมาย",
                "ตามเป้าหมาย",
                "บรรลุเป้าหมาย",
                "on target",
                "ON_TARGET");
        put(
                TARGET_BY_WORD,
                TargetStatus.OFF_TARGET,
                "ไม่เป็นไปตามเป้าหมาย",
                "ต่ำกว่าเป้าหมาย",
                "ไม่บรรลุเป้าหมาย",
                "off target",
                "OFF_TARGET");
        put(TARGET_BY_WORD, TargetStatus.UNKNOWN, "", "ไม่ระบุ", "unknown");
    }

    private StatusWords() {}

    private static <T> void put(Map<String, T> words, T status, String... spellings) {
        for (String spelling : spellings) {
            words.put(Heading.letters(spelling), status);
        }
    }

    /** A dash is no word; {@code ไม่เป็นไปตามแผน} does not say to which side. */
    static Optional<ScheduleStatus> schedule(String text) {
        return Optional.ofNullable(SCHEDULE_BY_WORD.get(Heading.letters(text)));
    }

    static Optional<TargetStatus> target(String text) {
        return Optional.ofNullable(TARGET_BY_WORD.get(Heading.letters(text)));
    }
}
