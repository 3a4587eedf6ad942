package org.progressledger.problems;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages that callers are answered in. Thai is the office's own and the default. */
public enum Language {
    TH,
    EN;

    private static final int LONGEST_HEADER = 500;

    /** {@code th} or {@code en}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the request's {@code Accept-Language} prefers of the two; Thai when it names neither or cannot be read. */
    public static Language askedBy(HttpServletRequest request) {
        return ofHeader(request.getHeader("Accept-Language"));
    }

    static Language ofHeader(@Nullable String header) {
        if (header == null || header.isBlank() || header.length() > LONGEST_HEADER) {
            return TH;
        }
        try {
            String best = Locale.lookupTag(Locale.LanguageRange.parse(header), List.of("th", "en"));
            return "en".equals(best) ? EN : TH;
        } catch (IllegalArgumentException unreadable) {
            return TH;
        }
    }
}
