package org.progressledger.query.frame;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.progressledger.access.Asker;
import org.progressledger.events.ThaiSpelling;
import org.progressledger.query.agencies.Agency;
import org.progressledger.query.agencies.AgencyRegister;

/** What the filters of lists offer alike. What was asked for is among it and chosen, whatever it is. */
public final class Choices {
    private Choices() {}

    /**
     * Agencies that the asker sees, by name; one that was asked for by a name, by a code of others or by the beginning of a code is
     * called by its name, too.
     *
     * @param asked as it was asked for; empty for all of them
     */
    public static List<Choice> agencies(AgencyRegister register, Asker asker, String asked, Frame frame) {
        String folded = ThaiSpelling.folded(asked);
        List<Choice> choices = new ArrayList<>(register.all().stream()
                .filter(each -> each.codes().stream().anyMatch(asker::sees))
                .map(each -> new Choice(
                        each.code(),
                        each.name(),
                        each.code().equals(asked)
                                || ThaiSpelling.folded(each.name()).equals(folded)))
                .sorted(Comparator.comparing(Choice::text))
                .toList());
        if (!asked.isEmpty() && choices.stream().noneMatch(Choice::chosen)) {
            choices.addFirst(new Choice(asked, called(register, asked, frame), true));
        }
        return choices;
    }

    private static String called(AgencyRegister register, String asked, Frame frame) {
        List<Agency> meant = register.of(asked)
                .map(List::of)
                .orElseGet(() -> register.all().stream()
                        .filter(each -> each.codes().stream().anyMatch(code -> code.startsWith(asked)))
                        .toList());
        String named = switch (meant.size()) {
            case 0 -> "";
            case 1 -> meant.getFirst().name();
            default -> frame.say("filter.agencies", Map.of("n", Figures.count(meant.size())));
        };
        return named.isEmpty() ? asked : named + " (" + asked + ")";
    }

    /** Fiscal years of which something is known, as the page's language counts them. */
    public static List<Choice> years(List<Integer> known, String asked, Frame frame) {
        Stream<Integer> others = known.stream().anyMatch(year -> asked.equals(year.toString())) || !isYear(asked)
                ? Stream.of()
                : Stream.of(Integer.valueOf(asked));
        return Stream.concat(others, known.stream())
                .map(year -> new Choice(
                        year.toString(),
                        Integer.toString(Figures.fiscalYear(year, frame.language())),
                        year.toString().equals(asked)))
                .toList();
    }

    private static boolean isYear(String asked) {
        return asked.length() == 4 && asked.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
