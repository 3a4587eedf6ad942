package org.progressledger.query.projection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.bson.Document;
import org.progressledger.events.ProjectHistory;
import org.progressledger.query.projection.Generations.Model;
import org.springframework.stereotype.Component;

/**
 * Builds read models anew beside those that answer, and puts them in their place. From the moment that a generation is begun
 * every instance keeps it in step with the ledger, as it does the one that answers: so what is built is caught up once each
 * project was built, and both answer the same until the old one is left.
 */
@Component
public class Rebuilding {
    private final Generations generations;
    private final Shelves shelves;
    private final KeptAcross across;
    private final Keeping keeping;
    private final Family family;

    Rebuilding(Generations generations, Shelves shelves, KeptAcross across, Keeping keeping, Family family) {
        this.generations = generations;
        this.shelves = shelves;
        this.across = across;
        this.keeping = keeping;
        this.family = family;
    }

    /** The name of all that this release keeps: a replay that another release began is not for this one to go on with. */
    public String family() {
        return family.name();
    }

    /** Read models that can be built each for itself. */
    public Set<String> models() {
        Set<String> all = new TreeSet<>(across.models());
        all.add(Shelves.PROJECTS);
        return all;
    }

    /** The generation of each model that answers; 0 where none does yet. */
    public Map<String, Integer> live() {
        Generations.State now = generations.asked();
        Map<String, Integer> live = new TreeMap<>();
        models().forEach(model -> live.put(model, now.of(model).live()));
        return live;
    }

    /** Whether everything is there that answers are made of. */
    public boolean isReady() {
        Generations.State now = generations.now();
        return models().stream().allMatch(model -> now.of(model).live() > 0);
    }

    /** The number that a model's next generation has: that of the first one as long as it was not built. */
    public Map<String, Integer> next(Set<String> models) {
        Generations.State now = generations.asked();
        Map<String, Integer> next = new TreeMap<>();
        for (String model : models) {
            Model of = now.of(model);
            next.put(model, of.live() == 0 ? of.newest() : of.newest() + 1);
        }
        return next;
    }

    /** Makes room, and waits until everybody keeps it in step. Once more does no harm. */
    public void begin(Map<String, Integer> built) throws InterruptedException {
        built.forEach((model, generation) -> {
            if (model.equals(Shelves.PROJECTS)) {
                shelves.of(generation).prepare();
            } else {
                across.prepare(model, generation);
            }
        });
        change(built, Model::feeding);
        letEverybodyKnow();
    }

    private void change(Map<String, Integer> which, BiFunction<Model, Integer, Model> change) {
        generations.change(models -> {
            which.forEach((model, generation) ->
                    models.put(model, change.apply(models.getOrDefault(model, Model.NONE), generation)));
            return models;
        });
    }

    private static void letEverybodyKnow() throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(Generations.EVERYBODY_KNOWS.toNanos());
    }

    /**
     * Builds projects in few round trips. Each history is folded by itself, before anything is written.
     *
     * @param histories by code
     * @return why a project could not be built; of such a one nothing was written
     */
    public Map<String, RuntimeException> build(Map<String, Integer> built, Map<String, ProjectHistory> histories) {
        Map<String, RuntimeException> failed = new TreeMap<>();
        List<Folded> folded = new ArrayList<>();
        histories.forEach((code, history) -> {
            try {
                folded.add(keeping.folded(history));
            } catch (RuntimeException failure) {
                if (Poison.isNobodysFault(failure)) {
                    throw failure;
                }
                failed.put(code, failure);
            }
        });
        write(built, folded);
        return failed;
    }

    private void write(Map<String, Integer> built, List<Folded> folded) {
        if (!folded.isEmpty()) {
            built.forEach((model, generation) -> {
                if (!model.equals(Shelves.PROJECTS)) {
                    across.keepAll(model, generation, folded);
                }
            });
            Integer projects = built.get(Shelves.PROJECTS);
            if (projects != null) {
                shelves.of(projects).keepAll(folded);
            }
        }
    }

    /** How many of the first events of a history it takes until it cannot be folded; empty if all can. */
    public Optional<Integer> failingAt(ProjectHistory history) {
        for (int events = 1; events <= history.facts().size(); events++) {
            try {
                keeping.folded(history.upTo(events - 1));
            } catch (RuntimeException failed) {
                return Optional.of(events);
            }
        }
        return Optional.empty();
    }

    /** Takes over what answers of a project that cannot be built, so that it does not vanish. */
    public void takeOver(Map<String, Integer> built, String code) {
        Map<String, Integer> live = live();
        built.forEach((model, generation) -> {
            int answering = live.getOrDefault(model, 0);
            if (answering > 0 && answering != generation) {
                if (model.equals(Shelves.PROJECTS)) {
                    shelves.of(generation).takeOver(shelves.of(answering), code);
                } else {
                    Shelf.copy(across.documents(model, answering), across.documents(model, generation), code);
                }
            }
        });
    }

    /** The codes of all projects of which something is kept in these generations, in order. */
    public List<String> codes(Map<String, Integer> which) {
        Set<String> all = new TreeSet<>();
        which.forEach((model, generation) -> {
            if (generation > 0) {
                collection(model, generation)
                        .find()
                        .projection(Projections.include("_id"))
                        .sort(Sorts.ascending("_id"))
                        .forEach(found -> all.add(found.getString("_id")));
            }
        });
        return List.copyOf(all);
    }

    private MongoCollection<Document> collection(String model, int generation) {
        return model.equals(Shelves.PROJECTS) ? shelves.of(generation).projects() : across.documents(model, generation);
    }

    /** What is kept of a project in these generations. */
    public Contents contents(Map<String, Integer> which, String code) {
        return contents(which, List.of(code)).getFirst();
    }

    /** The same of several projects, in that order, in few round trips: all that is kept of them is in memory meanwhile. */
    public List<Contents> contents(Map<String, Integer> which, List<String> codes) {
        Map<String, Map<String, String>> digests = new HashMap<>();
        Map<String, Set<Long>> positions = new HashMap<>();
        which.forEach((model, generation) -> {
            List<Document> found =
                    collection(model, generation).find(Filters.in("_id", codes)).into(new ArrayList<>());
            for (Document document : found) {
                String code = document.getString("_id");
                positions.computeIfAbsent(code, first -> new TreeSet<>()).add(document.getLong(Folded.POSITION));
                digests.computeIfAbsent(code, first -> new HashMap<>())
                        .put(model + "/" + code, Contents.digest(document));
            }
            if (model.equals(Shelves.PROJECTS)) {
                shelves.of(generation)
                        .parts(found)
                        .forEach((code, parts) -> digests.computeIfAbsent(code, first -> new HashMap<>())
                                .putAll(parts));
            }
        });
        return codes.stream()
                .map(code -> contents(positions.getOrDefault(code, Set.of()), digests.getOrDefault(code, Map.of())))
                .toList();
    }

    private static Contents contents(Set<Long> positions, Map<String, String> digests) {
        return new Contents(positions.size() == 1 ? positions.iterator().next() : -1, digests);
    }

    /** What would be kept of a project if it were built of this history. */
    public Contents contents(ProjectHistory history) {
        Folded folded = keeping.folded(history);
        Map<String, String> digests = new HashMap<>(Shelf.digests(folded));
        across.models()
                .forEach(model ->
                        digests.put(model + "/" + folded.code(), Contents.digest(across.document(model, folded))));
        return new Contents(folded.position(), digests);
    }

    /** Folds what answers of a project anew where a day has come on which it changes, or flags are found otherwise now. */
    public void bringUpToDate(ProjectHistory history) {
        if (history.facts().isEmpty()) {
            return;
        }
        String code = history.facts().getFirst().recorded().event().project().text();
        LocalDate today = keeping.today();
        boolean isDue = shelves.fed().stream()
                .map(shelf -> shelf.projects().find(Filters.eq("_id", code)).first())
                .anyMatch(found -> found != null && isDue(found, today));
        if (isDue) {
            keeping.keep(keeping.folded(history));
        }
    }

    private boolean isDue(Document found, LocalDate today) {
        String next = found.getString("nextChangeOn");
        return !keeping.flagEdition().equals(found.getString("flagEdition"))
                || (!next.isEmpty() && next.compareTo(today.toString()) <= 0);
    }

    /** Writes one project anew where it answers. */
    public void replace(ProjectHistory history) {
        keeping.keepAnew(keeping.folded(history));
    }

    /** What was built answers from now on, all at once; what answered before is still kept in step. */
    public void answer(Map<String, Integer> built) {
        change(built, Model::withLive);
    }

    /** Nobody keeps these in step any more. */
    public void leave(Map<String, Integer> old) throws InterruptedException {
        letEverybodyKnow();
        change(old, Model::without);
    }

    /** Throws these away, which neither answer nor are kept in step. */
    public void drop(Map<String, Integer> old) throws InterruptedException {
        letEverybodyKnow();
        Generations.State now = generations.asked();
        old.forEach((model, generation) -> {
            Model of = now.of(model);
            if (generation == 0 || of.live() == generation || of.fed().contains(generation)) {
                return;
            }
            if (model.equals(Shelves.PROJECTS)) {
                shelves.drop(generation);
            } else {
                across.drop(model, generation);
            }
        });
    }
}
