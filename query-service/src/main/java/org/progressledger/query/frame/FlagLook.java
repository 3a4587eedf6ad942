package org.progressledger.query.frame;

import org.progressledger.query.projection.FlagView.Severity;

/** How heavy a hit of an audit flag is: style, icon and the key of its words. */
public record FlagLook(String style, String icon, String key) {
    public static FlagLook of(Severity severity) {
        return switch (severity) {
            case ALERT -> new FlagLook("", "#i-flag", "severity.ALERT");
            case WARNING -> new FlagLook("flag-warn", "#i-warn", "severity.WARNING");
            case INFO -> new FlagLook("flag-note", "#i-info", "severity.INFO");
        };
    }
}
