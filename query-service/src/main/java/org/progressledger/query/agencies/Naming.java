package org.progressledger.query.agencies;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.progressledger.events.ThaiSpelling;
import org.progressledger.query.projection.RegisteredName;

/** By which of its registered names something is called: the one that most projects use, of equals the lowest project's. */
final class Naming {
    private Naming() {}

    /** Fit for matching; empty where nothing that can be read was registered. */
    static Optional<String> foldedOf(List<RegisteredName> names) {
        return most(names, name -> ThaiSpelling.folded(name.spelling()));
    }

    /**
     * Fit to be shown. First the name, then its spelling: three ways to type one name do not lose against another name that
     * is always typed alike.
     */
    static Optional<String> shownOf(List<RegisteredName> names) {
        return foldedOf(names)
                .flatMap(folded -> most(
                        names.stream()
                                .filter(name ->
                                        ThaiSpelling.folded(name.spelling()).equals(folded))
                                .toList(),
                        name -> ThaiSpelling.composed(name.spelling())));
    }

    private static Optional<String> most(List<RegisteredName> names, Function<RegisteredName, String> how) {
        Map<String, Use> uses = names.stream()
                .collect(Collectors.toMap(
                        how, name -> new Use(name.projects(), name.firstProject()), Use::and, TreeMap::new));
        // marks without width alone are no name
        uses.remove("");
        return uses.entrySet().stream()
                .min(Map.Entry.comparingByValue(
                        Comparator.comparingLong(Use::projects).reversed().thenComparing(Use::firstProject)))
                .map(Map.Entry::getKey);
    }

    private record Use(long projects, String firstProject) {
        Use and(Use other) {
            return new Use(
                    projects + other.projects,
                    firstProject.compareTo(other.firstProject) <= 0 ? firstProject : other.firstProject);
        }
    }
}
