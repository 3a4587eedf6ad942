package org.progressledger.command.agencies;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.progressledger.projectledger.AgencyEdit;
import org.progressledger.projectledger.AgencyEdit.Setting;

/** What becomes of a change that was asked for. */
sealed interface AgencyDecision {
    /** It may stand; where nothing differs, there is nothing to keep. */
    record Changed(Setting before, Setting after) implements AgencyDecision {
        boolean changesNothing() {
            return before.equals(after);
        }
    }

    /** A rule forbids it. */
    record Refused(AgencyReason reason, Map<String, Object> data) implements AgencyDecision {}

    /**
     * No agency is counted under one that is itself counted elsewhere: so there is one step from a code to its main code, and
     * no circle.
     *
     * @param made every edit so far, by number
     */
    static AgencyDecision on(List<AgencyEdit> made, AgencyChange asked) {
        Map<String, Setting> settings = new TreeMap<>();
        made.forEach(edit -> settings.put(edit.code(), edit.after()));
        Setting before = settings.getOrDefault(asked.code(), Setting.NONE);
        Setting after = asked.appliedTo(before);
        String main = after.belongsTo();
        if (main == null || main.equals(asked.code())) {
            return new Changed(before, after);
        }
        String elsewhere = settings.getOrDefault(main, Setting.NONE).belongsTo();
        if (asked.code().equals(elsewhere)) {
            return new Refused(
                    AgencyReason.AGENCY_BELONGS_IN_A_CIRCLE, Map.of("code", asked.code(), "belongsTo", main));
        }
        if (elsewhere != null && !elsewhere.equals(main)) {
            return new Refused(AgencyReason.AGENCY_IS_NOT_A_MAIN_ONE, Map.of("belongsTo", main, "main", elsewhere));
        }
        List<String> others = new ArrayList<>();
        settings.forEach((code, setting) -> {
            if (!code.equals(asked.code()) && asked.code().equals(setting.belongsTo())) {
                others.add(code);
            }
        });
        return others.isEmpty()
                ? new Changed(before, after)
                : new Refused(AgencyReason.AGENCY_HAS_OTHERS, Map.of("code", asked.code(), "others", others));
    }
}
