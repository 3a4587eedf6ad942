package org.progressledger.query.agencies;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ThaiSpelling;
import org.progressledger.projectledger.AgencyEdit;
import org.progressledger.query.agencies.Agency.NameFrom;
import org.progressledger.query.agencies.Agency.NameSet;
import org.progressledger.query.agencies.Agency.Spelling;
import org.progressledger.query.projection.AsKept;
import org.progressledger.query.projection.RegisteredName;

/** All agencies, as what was registered and what administrators set add up. Every code is in just one of them. */
public final class AgencyRegister {
    private final List<Agency> agencies;
    private final Map<String, Agency> byCode = new HashMap<>();
    // by place: every question with words looks at all of them
    private final List<String> foldedNames;

    private AgencyRegister(List<Agency> agencies) {
        this.agencies = agencies;
        this.foldedNames = agencies.stream()
                .map(agency -> ThaiSpelling.folded(agency.name()))
                .toList();
        agencies.forEach(agency -> agency.codes().forEach(code -> byCode.put(code, agency)));
    }

    /**
     * @param names no two of one code and one spelling
     * @param edits by number
     */
    public static AgencyRegister of(Collection<RegisteredName> names, List<AgencyEdit> edits) {
        Settings settings = new Settings(edits);
        Map<String, List<RegisteredName>> registered =
                names.stream().collect(Collectors.groupingBy(RegisteredName::code));
        return new AgencyRegister(Grouping.of(settings, registered).stream()
                .map(group -> agency(group, settings, registered))
                .sorted(Comparator.comparing(Agency::code))
                .toList());
    }

    private static Agency agency(
            Grouping.Group group, Settings settings, Map<String, List<RegisteredName>> registered) {
        List<RegisteredName> own = namesOf(group.own(), registered);
        List<RegisteredName> all = namesOf(group.all(), registered);
        String main = mainOf(group, settings);
        Optional<AgencyEdit> set = settings.naming(main)
                .or(() -> group.own().stream()
                        .flatMap(code -> settings.naming(code).stream())
                        .max(Comparator.comparingLong(AgencyEdit::number)));
        Optional<String> spelt = Naming.shownOf(own).or(() -> Naming.shownOf(all));
        return new Agency(
                main,
                set.map(AgencyRegister::shown).or(() -> spelt).orElse(main),
                set.isPresent() ? NameFrom.SET : spelt.isPresent() ? NameFrom.REGISTERED : NameFrom.CODE,
                set.map(edit -> new NameSet(edit.by(), edit.at())).orElse(null),
                List.copyOf(group.all()),
                spellings(all),
                all.stream().mapToLong(RegisteredName::projects).sum());
    }

    /** The code under which an administrator put others; otherwise the lowest. */
    private static String mainOf(Grouping.Group group, Settings settings) {
        Set<String> candidates = group.own().isEmpty() ? group.all() : group.own();
        return candidates.stream()
                .filter(settings::isMain)
                .findFirst()
                .orElseGet(() -> candidates.iterator().next());
    }

    private static String shown(AgencyEdit edit) {
        return ThaiSpelling.composed(String.valueOf(edit.after().name()));
    }

    private static List<RegisteredName> namesOf(Set<String> codes, Map<String, List<RegisteredName>> registered) {
        return codes.stream()
                .flatMap(code -> registered.getOrDefault(code, List.of()).stream())
                .toList();
    }

    private static List<Spelling> spellings(List<RegisteredName> names) {
        Map<String, List<RegisteredName>> bySpelling =
                names.stream().collect(Collectors.groupingBy(RegisteredName::spelling));
        List<Spelling> spellings = new ArrayList<>();
        bySpelling.forEach((spelling, uses) -> spellings.add(new Spelling(
                spelling,
                List.copyOf(uses.stream().map(RegisteredName::code).collect(Collectors.toCollection(TreeSet::new))),
                uses.stream().mapToLong(RegisteredName::projects).sum())));
        spellings.sort(Comparator.comparingLong(Spelling::projects).reversed().thenComparing(Spelling::name));
        return spellings;
    }

    /** By main code. */
    public List<Agency> all() {
        return agencies;
    }

    /** The agency to which a code of eight digits belongs; empty for a code that was neither registered nor set. */
    public Optional<Agency> of(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /**
     * Codes of the agencies whose name holds the words.
     *
     * @param folded the words, as {@link ThaiSpelling#folded} has them
     */
    public List<String> codesOfThoseNamed(String folded) {
        return IntStream.range(0, agencies.size())
                .filter(place -> foldedNames.get(place).contains(folded))
                .mapToObj(agencies::get)
                .flatMap(agency -> agency.codes().stream())
                .toList();
    }

    /** Those that bear the name; if none does, those of which a form was registered with it. However it is typed. */
    public List<Agency> called(String name) {
        String folded = ThaiSpelling.folded(name);
        List<Agency> called = agencies.stream()
                .filter(agency -> ThaiSpelling.folded(agency.name()).equals(folded))
                .toList();
        return called.isEmpty()
                ? agencies.stream()
                        .filter(agency -> agency.spellings().stream()
                                .anyMatch(spelling ->
                                        ThaiSpelling.folded(spelling.name()).equals(folded)))
                        .toList()
                : called;
    }

    /** Those whose code or name, the registered spellings included, contain the words; all for empty words. */
    public List<Agency> search(String words) {
        String folded = ThaiSpelling.folded(words);
        return agencies.stream()
                .filter(agency -> Stream.of(
                                Stream.of(agency.name()),
                                agency.codes().stream(),
                                agency.spellings().stream().map(Spelling::name))
                        .flatMap(texts -> texts)
                        .anyMatch(text -> ThaiSpelling.folded(text).contains(folded)))
                .toList();
    }

    /** The project with the register's name of its agency beside the one on its form. */
    public <P extends AsKept<P>> P named(P project) {
        return of(ProjectCode.of(project.projectCode()).agencyCode())
                .map(found -> project.inRegister(found.code(), found.name()))
                .orElse(project);
    }
}
