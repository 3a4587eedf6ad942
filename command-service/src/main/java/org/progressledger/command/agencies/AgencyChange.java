package org.progressledger.command.agencies;

import org.jspecify.annotations.Nullable;
import org.progressledger.projectledger.AgencyEdit.Setting;

/**
 * What an administrator asks to be set about a code.
 *
 * @param code eight digits
 * @param name how the agency shall be called; empty takes the name away; null leaves it as it is
 * @param belongsTo the main code under which the code shall be counted, or the code itself to keep it apart; empty takes
 *     that away; null leaves it as it is
 */
public record AgencyChange(
        String code, @Nullable String name, @Nullable String belongsTo, String reason) {

    /** What is set once this is done. */
    Setting appliedTo(Setting before) {
        return new Setting(changed(before.name(), name), changed(before.belongsTo(), belongsTo));
    }

    private static @Nullable String changed(@Nullable String before, @Nullable String asked) {
        if (asked == null) {
            return before;
        }
        return asked.isEmpty() ? null : asked;
    }
}
