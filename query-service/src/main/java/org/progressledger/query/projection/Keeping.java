package org.progressledger.query.projection;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectHistory;
import org.progressledger.events.RecordedEvent;

/** From what is recorded of a project to what is kept of it, in every generation that follows the ledger. */
final class Keeping {
    private final Generations generations;
    private final Shelves shelves;
    private final KeptAcross across;
    private final Flagging flagging;
    private final InstantSource clock;

    Keeping(Generations generations, Shelves shelves, KeptAcross across, Flagging flagging, InstantSource clock) {
        this.generations = generations;
        this.shelves = shelves;
        this.across = across;
        this.flagging = flagging;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), RecordedEvent.OFFICE);
    }

    String flagEdition() {
        return flagging.edition();
    }

    /** As of today. Plain computing: nothing is written. */
    Folded folded(ProjectHistory history) {
        LocalDate today = today();
        LocalDate nextChangeOn = Stream.of(
                        history.nextChangeAfter(today),
                        flagging.nextChangeAfter(today, history),
                        across.nextChangeAfter(today, history))
                .flatMap(Optional::stream)
                .min(LocalDate::compareTo)
                .orElse(null);
        Folding folding = Folding.of(history, today).flagged(flagging.on(today, history));
        return new Folded(
                history, folding, today, nextChangeOn, across.entries(history, folding, today), flagging.edition());
    }

    /** Answers across projects first, for the project's own document says how far all is kept. */
    void keep(Folded folded) {
        across.keep(folded);
        shelves.fed().forEach(shelf -> shelf.keep(folded));
    }

    /** The same, whatever is kept already. */
    void keepAnew(Folded folded) {
        across.keep(folded);
        shelves.fed().forEach(shelf -> shelf.keepAnew(folded));
    }

    /**
     * The position up to which everything is kept of a project; -1 where something is not kept at all. While something is
     * built anew each of its documents counts: who wrote the project last may not have known of it yet.
     */
    long reflects(ProjectCode code) {
        Generations.State now = generations.now();
        LongStream projects = shelves.fed().stream().mapToLong(shelf -> shelf.positionOf(code.text()));
        LongStream beside = across.models().stream()
                .filter(model -> now.of(model).fed().size() > 1 || now.of(model).live() == 0)
                .flatMap(model -> now.of(model).fed().stream()
                        .map(generation -> Shelf.positionIn(across.documents(model, generation), code.text())))
                .mapToLong(Long::longValue);
        return LongStream.concat(projects, beside).min().orElse(-1);
    }
}
