package org.progressledger.problems;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Keeps a module's message files in step with its reason codes; for a test of that module to call. */
public final class MessagesInStep {

    private static final String TITLE = ".title";

    private MessagesInStep() {}

    /**
     * What is out of step: a code without a text in either language, a blank text, a key that belongs to no code,
     * languages that fill different places. Empty when all is well.
     *
     * @param bundle the module's message files
     * @param codes every reason code whose text the bundle holds
     * @param otherKeys keys beside the codes, each needed in both languages, such as the names of roles
     */
    public static List<String> differences(
            MessageBundle bundle, Collection<? extends ReasonCode> codes, Collection<String> otherKeys) {
        Map<String, String> thai = Texts.read(bundle, Language.TH);
        Map<String, String> english = Texts.read(bundle, Language.EN);
        Set<String> needed = codes.stream().map(ReasonCode::name).collect(Collectors.toCollection(TreeSet::new));
        needed.addAll(otherKeys);
        Set<String> all = new TreeSet<>(needed);
        all.addAll(thai.keySet());
        all.addAll(english.keySet());

        List<String> differences = new ArrayList<>();
        for (String key : all) {
            boolean titleOfCode =
                    key.endsWith(TITLE) && needed.contains(key.substring(0, key.length() - TITLE.length()));
            if (!needed.contains(key) && !titleOfCode) {
                differences.add(key + ": belongs to no code");
            } else if (thai.getOrDefault(key, "").isBlank()) {
                differences.add(key + ": no Thai text");
            } else if (english.getOrDefault(key, "").isBlank()) {
                differences.add(key + ": no English text");
            } else if (!places(thai, key).equals(places(english, key))) {
                differences.add(key + ": Thai fills " + places(thai, key) + ", English " + places(english, key));
            }
        }
        return differences;
    }

    /** {@link #differences(MessageBundle, Collection, Collection)} for a bundle that holds texts of codes only. */
    public static List<String> differences(MessageBundle bundle, Collection<? extends ReasonCode> codes) {
        return differences(bundle, codes, List.of());
    }

    private static Set<String> places(Map<String, String> texts, String key) {
        return Texts.PLACE
                .matcher(texts.getOrDefault(key, ""))
                .results()
                .map(place -> place.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
