package org.progressledger.query.overview;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;
import org.progressledger.problems.ProblemException;
import org.progressledger.query.projection.Memory;
import org.progressledger.query.projection.ReadModel;
import org.progressledger.query.projection.RegisterRows;
import org.progressledger.query.projection.Remembered;
import org.springframework.stereotype.Component;

/** Every project in short, never older than the answers beside which it is shown. */
@Component
public class City implements RegisterRows {
    private final Remembered<Held, Table> briefs;

    City(Memory memory, BriefsKept across) {
        this.briefs = memory.of(across, List.of(BriefsKept.BRIEF), City::held, City::tableOf);
    }

    private record Held(Brief brief, Row row) {}

    /**
     * All projects at one moment. As long as nothing changes it is one and the same.
     *
     * @param byYear by fiscal year and code of the agency, each agency's by code
     * @param rows all of them by code
     */
    public record Table(Map<Integer, Map<String, List<Brief>>> byYear, List<Row> rows) {
        /** By code. */
        public List<Brief> of(int fiscalYear) {
            return agencies(fiscalYear).values().stream().flatMap(List::stream).toList();
        }

        /** Of these agency codes, by code. */
        public List<Brief> of(int fiscalYear, Collection<String> agencyCodes) {
            Map<String, List<Brief>> agencies = agencies(fiscalYear);
            return agencyCodes.stream()
                    .sorted()
                    .flatMap(code -> agencies.getOrDefault(code, List.of()).stream())
                    .toList();
        }

        private Map<String, List<Brief>> agencies(int fiscalYear) {
            return byYear.getOrDefault(fiscalYear, Map.of());
        }

        /** Years of which there are projects, the latest first. */
        public List<Integer> years() {
            return byYear.keySet().stream().sorted((one, other) -> other - one).toList();
        }
    }

    /**
     * As it stands now.
     *
     * @throws ProblemException while projects that an earlier release folded are not in it yet, and where reading it takes too
     *     long
     */
    public Table table() {
        return briefs.all();
    }

    private static Held held(Document document) {
        Brief brief = BriefsKept.read(document.getString(BriefsKept.BRIEF));
        return new Held(brief, row(brief));
    }

    private static Row row(Brief brief) {
        Brief.LastReport last = brief.lastReport();
        String searched = ReadModel.searched(brief.name(), brief.code(), brief.agencyName());
        return new Row(
                brief.code(),
                brief.agency(),
                brief.status(),
                brief.fiscalYear(),
                brief.percent(),
                last == null ? "" : last.on().toString(),
                brief.allocated(),
                brief.spent(),
                searched,
                ReadModel.nameKey(brief.name()),
                RegisterRows.Grams.of(searched));
    }

    @Override
    public Optional<List<Row>> rows() {
        try {
            return Optional.of(table().rows());
        } catch (ProblemException notYet) {
            return Optional.empty();
        }
    }

    private static Table tableOf(Collection<Held> all) {
        Map<Integer, Map<String, List<Brief>>> years = new TreeMap<>();
        for (Held held : all) {
            years.computeIfAbsent(held.brief().fiscalYear(), first -> new TreeMap<>())
                    .computeIfAbsent(held.brief().agency(), first -> new ArrayList<>())
                    .add(held.brief());
        }
        return new Table(years, all.stream().map(Held::row).toList());
    }
}
