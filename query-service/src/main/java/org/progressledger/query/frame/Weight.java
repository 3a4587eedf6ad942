package org.progressledger.query.frame;

import org.progressledger.query.projection.FlagView.Severity;

/** How the weight of a flag looks: a pennant, a triangle or a note, beside its words. */
public record Weight(String style, String icon) {
    public static Weight of(Severity severity) {
        return switch (severity) {
            case ALERT -> new Weight("", "#i-flag");
            case WARNING -> new Weight("flag-warn", "#i-warn");
            case INFO -> new Weight("flag-note", "#i-info");
        };
    }
}
