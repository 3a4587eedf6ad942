package org.progressledger.access;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** Reads from a provider's claims who somebody is here. What does not name a role here may not sign in. */
final class Claims {

    private static final int LONGEST_NAME = 100;
    private static final int MOST_PREFIXES = 100;

    private final ElsewhereSettings settings;

    Claims(ElsewhereSettings settings) {
        this.settings = settings;
    }

    /** @throws OAuth2AuthenticationException when the claims name nobody who has a role here */
    Asker asker(Map<String, Object> claims) {
        String name = text(at(claims, settings.usernameClaim()))
                .filter(Claims::isName)
                .orElseThrow(() -> refused("no_username", settings.usernameClaim()));
        Role role = values(at(claims, settings.roleClaim())).stream()
                .map(this::role)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> refused("no_role", settings.roleClaim()));
        String agency = text(at(claims, settings.agencyClaim())).orElse(null);
        List<String> prefixes = role == Role.OFFICER ? values(at(claims, settings.prefixesClaim())) : List.of();
        boolean proper = prefixes.size() <= MOST_PREFIXES
                && prefixes.stream()
                        .allMatch(prefix -> Account.PREFIX.matcher(prefix).matches())
                && (role == Role.OFFICER) != prefixes.isEmpty();
        if (!proper) {
            throw refused("no_prefixes", settings.prefixesClaim());
        }
        return new Asker(Asker.ELSEWHERE + name, role, agency, prefixes);
    }

    private Optional<Role> role(String value) {
        if (!settings.roles().isEmpty()) {
            return Optional.ofNullable(settings.roles().get(value));
        }
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(value.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    private static boolean isName(String name) {
        return name.length() <= LONGEST_NAME && name.codePoints().allMatch(Claims::isOfAName);
    }

    /** Thai vowels and tones are marks, not letters. */
    private static boolean isOfAName(int c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || "._-@+".indexOf(c) >= 0;
    }

    private static @Nullable Object at(Map<String, Object> claims, String path) {
        Object value = claims;
        for (String step : path.split("\\.")) {
            value = value instanceof Map<?, ?> object ? object.get(step) : null;
        }
        return value;
    }

    private static Optional<String> text(@Nullable Object value) {
        return value instanceof String text && !text.isBlank() ? Optional.of(text.strip()) : Optional.empty();
    }

    private static List<String> values(@Nullable Object value) {
        return switch (value) {
            case List<?> many -> many.stream().map(String::valueOf).toList();
            case String text ->
                Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .toList();
            case null, default -> List.of();
        };
    }

    private static OAuth2AuthenticationException refused(String code, String claim) {
        return new OAuth2AuthenticationException(new OAuth2Error(code), "The claim " + claim + " does not say");
    }
}
