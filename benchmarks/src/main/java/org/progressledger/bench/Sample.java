package org.progressledger.bench;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The event that all append: the same texts for everybody. */
public final class Sample {

    public static final String TYPE = "progress-reported";
    public static final Instant MADE = Instant.parse("2021-02-24T05:00:00.123Z");

    /** How often the narrative is repeated: once makes a payload of some 110 bytes, 8 times one of the mean size of real ones. */
    private static final String NARRATIVE = "งานคืบหน้าตามแผน ".repeat(Integer.getInteger("bench.narrative", 1));

    private Sample() {}

    public static String payload(long number) {
        return "{\"project\":\"50470000-3298\",\"reportNo\":" + number
                + ",\"content\":{\"percent\":90.00,\"narrative\":\"" + NARRATIVE + "\"}}";
    }

    public static String narrative() {
        return NARRATIVE;
    }

    public static Map<String, Object> metadata() {
        return Map.of("actor", "officer-0100", "lines", List.of(List.of(1, 4)));
    }

    public static String metadataJson() {
        return "{\"actor\":\"officer-0100\",\"lines\":[[1,4]]}";
    }

    public static String id() {
        return UUID.randomUUID().toString();
    }
}
