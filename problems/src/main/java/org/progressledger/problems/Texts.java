package org.progressledger.problems;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The texts of all contributed {@link MessageBundle}s, by language and key. */
public final class Texts {

    /** A named place in a text, such as {@code {percent}}. */
    static final Pattern PLACE = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)}");

    private static final int BUDDHIST_ERA = 543;
    private static final ZoneId OFFICE = ZoneId.of("Asia/Bangkok");

    // a caller's own value may come back inside a sentence, but not a page of it
    private static final int LONGEST_VALUE = 200;

    private final Map<Language, Map<String, String>> texts = new EnumMap<>(Language.class);

    /**
     * Reads the bundles.
     *
     * @throws IllegalStateException when a file is missing or two bundles have the same key
     */
    public Texts(Collection<MessageBundle> bundles) {
        for (Language language : Language.values()) {
            Map<String, String> all = new HashMap<>();
            for (MessageBundle bundle : bundles) {
                read(bundle, language).forEach((key, text) -> {
                    if (all.put(key, text) != null) {
                        throw new IllegalStateException("Two message bundles have the key " + key);
                    }
                });
            }
            texts.put(language, all);
        }
    }

    static Map<String, String> read(MessageBundle bundle, Language language) {
        String place = bundle.baseName() + "_" + language.tag() + ".properties";
        ClassLoader loader = Optional.ofNullable(Thread.currentThread().getContextClassLoader())
                .orElseGet(ClassLoader::getSystemClassLoader);
        try (InputStream in = loader.getResourceAsStream(place)) {
            if (in == null) {
                throw new IllegalStateException("No message file on the class path: " + place);
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            Map<String, String> read = new HashMap<>();
            properties.forEach((key, value) -> read.put((String) key, (String) value));
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(place, e);
        }
    }

    /** The text of a key with its named places filled from the data; empty when no bundle has the key. */
    public Optional<String> find(Language language, String key, Map<String, ?> data) {
        Map<String, String> ofLanguage = texts.getOrDefault(language, Map.of());
        return Optional.ofNullable(ofLanguage.get(key)).map(text -> fill(language, text, data));
    }

    /** The sentence that explains a reason; the bare code when no bundle has a text for it. */
    public String detail(Language language, ReasonCode reason, Map<String, ?> data) {
        return find(language, reason.name(), data).orElse(reason.name());
    }

    private String fill(Language language, String text, Map<String, ?> data) {
        Matcher places = PLACE.matcher(text);
        return places.replaceAll(place -> Matcher.quoteReplacement(shown(language, data.get(place.group(1)))));
    }

    /** As it is typed on a form: the Buddhist year in Thai. */
    private static String day(Language language, LocalDate day) {
        return language == Language.TH
                ? String.format(
                        Locale.ROOT,
                        "%02d/%02d/%d",
                        day.getDayOfMonth(),
                        day.getMonthValue(),
                        day.getYear() + BUDDHIST_ERA)
                : day.toString();
    }

    private static String instant(Language language, Instant instant) {
        LocalDateTime there = instant.atZone(OFFICE).toLocalDateTime().truncatedTo(ChronoUnit.SECONDS);
        String time = DateTimeFormatter.ISO_LOCAL_TIME.format(there);
        return day(language, there.toLocalDate()) + " " + (language == Language.TH ? time + " น." : time);
    }

    private String shown(Language language, @Nullable Object value) {
        String text = switch (value) {
            case null -> "-";
            case BigDecimal number -> number.toPlainString();
            case LocalDate day -> day(language, day);
            case Instant instant -> instant(language, instant);
            case List<?> many ->
                String.join(
                        ", ", many.stream().map(each -> shown(language, each)).toList());
            case Term term -> find(language, term.key(), Map.of()).orElse(term.code());
            default -> value.toString();
        };
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }
}
