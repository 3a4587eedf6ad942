package org.progressledger.query.asof;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.frame.Excerpt;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import tools.jackson.databind.JsonNode;

/** Says in the office's words what a path and its value are called in the machine's. */
final class Wording {
    /** Names that people know an entry by; other entries are told by what they hold. */
    private static final Map<String, String> NUMBERED =
            Map.of("reports", "asof.nth", "criteria", "asof.version", "adoptedIndicators", "asof.indicator");

    private static final Map<String, String> ENUMS = Map.of(
            "status", "status.",
            "cause", "cause.",
            "scheduleStatus", "schedule.",
            "targetStatus", "target.",
            "state", "asof.state.",
            "outcome", "asof.outcome.",
            "stage", "asof.stage.",
            "kind", "asof.kind.",
            "flag", "flag.",
            "type", "event.");
    private static final Set<String> MONEY = Set.of("allocated", "spent", "disbursed");
    private static final Set<String> LEFT_OUT = Set.of(
            "event",
            "source",
            "hash",
            "narrativeRaw",
            "labelNo",
            "revision",
            "change",
            "stands",
            "recorded",
            "reportNo",
            "state",
            "scheduleAsPrinted",
            "targetAsPrinted");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern SEGMENT = Pattern.compile("([^.\\[]+)(?:\\[([^\\]]*)])?");

    private final Frame frame;

    Wording(Frame frame) {
        this.frame = frame;
    }

    /** {@code reports[9].percent}: report 9, per cent. */
    String label(String path) {
        List<String> words = new ArrayList<>();
        Matcher segment = SEGMENT.matcher(path);
        while (segment.find()) {
            String number = NUMBERED.get(segment.group(1));
            words.add(
                    number == null || segment.group(2) == null
                            ? field(segment.group(1))
                            : field(segment.group(1)) + " " + frame.say(number, Map.of("n", segment.group(2))));
        }
        return String.join(" \u203A ", words);
    }

    private String field(String name) {
        return frame.texts()
                .find(frame.language(), "page.field." + name, Map.of())
                .orElse(name);
    }

    /** The value of a field in words; of an entry, what it holds. Null where there is none. */
    @Nullable
    String value(String path, @Nullable JsonNode value) {
        return value == null || value.isNull() ? null : said(leaf(path), value);
    }

    private static String leaf(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private String said(String name, JsonNode value) {
        if (value.has("th") && value.has("en")) {
            return frame.say(value.path("th").asString(), value.path("en").asString());
        }
        if (value.isObject()) {
            return isPerson(value) ? person(value) : entry(value);
        }
        if (value.isArray()) {
            List<String> items = new ArrayList<>();
            value.forEach(item -> items.add(said(name, item)));
            return items.isEmpty() ? frame.say("none") : String.join("; ", items);
        }
        if (value.isBoolean()) {
            return frame.say(value.booleanValue() ? "asof.yes" : "asof.no");
        }
        return value.isNumber() ? number(name, value.decimalValue()) : text(name, value.asString());
    }

    private String number(String name, BigDecimal number) {
        if (MONEY.contains(name)) {
            return Figures.baht(number);
        }
        if (name.equals("percent")) {
            return number.setScale(2).toPlainString();
        }
        if (name.equals("fiscalYear")) {
            return Integer.toString(Figures.fiscalYear(number.intValue(), frame.language()));
        }
        return number.toPlainString();
    }

    private String text(String name, String text) {
        if (DAY.matcher(text).matches()) {
            return Figures.day(LocalDate.parse(text), frame.language()).shown();
        }
        if (MONTH.matcher(text).matches()) {
            return Figures.month(YearMonth.parse(text), frame.language(), true);
        }
        if (name.equals("detail")) {
            return label(text);
        }
        String words = ENUMS.get(name);
        return words == null
                ? text
                : frame.texts()
                        .find(frame.language(), "page." + words + text, Map.of())
                        .orElse(text);
    }

    private static boolean isPerson(JsonNode value) {
        return value.has("masked")
                || value.has("erased")
                || value.has("phone")
                || (value.has("name") && value.size() == 1);
    }

    private String person(JsonNode value) {
        if (value.has("masked")) {
            return frame.say("masked");
        }
        String phone = value.path("phone").asString("");
        return value.has("erased")
                ? frame.say("erased")
                : value.path("name").asString("") + (phone.isEmpty() ? "" : " " + phone);
    }

    private String entry(JsonNode entry) {
        List<String> told = new ArrayList<>();
        entry.properties().forEach(field -> {
            String name = field.getKey();
            JsonNode value = field.getValue();
            boolean empty = value.isNull() || (value.isArray() && value.isEmpty());
            // what a report said before and after a correction are differences of their own
            boolean ofAReport = value.has("narrative") && value.has("scheduleStatus");
            if (!empty && !ofAReport && !LEFT_OUT.contains(name) && !name.endsWith("Event")) {
                told.add(field(name) + " " + Excerpt.of(said(name, value)));
            }
        });
        return String.join(" · ", told);
    }
}
