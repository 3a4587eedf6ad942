package org.progressledger.query.frame;

import java.time.Duration;
import java.util.Map;

/** How long something took or has been, in words and in the largest unit that says enough. */
public final class Lasting {
    private static final int ENOUGH = 2;

    private Lasting() {}

    /** {@code 3 seconds}, {@code 90 minutes}, {@code 2 days}; below a second, none. */
    public static String words(Duration duration, Frame frame) {
        if (duration.toDays() >= ENOUGH) {
            return frame.say("lasting.days", Map.of("n", Figures.count(duration.toDays())));
        }
        if (duration.toHours() >= ENOUGH) {
            return frame.say("lasting.hours", Map.of("n", duration.toHours()));
        }
        if (duration.toMinutes() >= ENOUGH) {
            return frame.say("lasting.minutes", Map.of("n", duration.toMinutes()));
        }
        return frame.say("lasting.seconds", Map.of("n", Math.max(0, duration.toSeconds())));
    }
}
