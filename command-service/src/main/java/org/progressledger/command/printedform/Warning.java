package org.progressledger.command.printedform;

import java.util.Map;

/**
 * One thing to look at.
 *
 * @param line where it stands, from 1
 * @param data what the code's text speaks of: the names in its placeholders
 */
public record Warning(WarningCode code, int line, Map<String, Object> data) {
    public Warning {
        data = Map.copyOf(data);
    }
}
