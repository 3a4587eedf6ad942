package org.progressledger.verifier.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.progressledger.ledger.note.NoteRefused;
import org.progressledger.ledger.note.VerifierKey;
import org.progressledger.ledger.tree.Checkpoint;
import org.progressledger.ledger.tree.EntryBundle;
import org.progressledger.ledger.tree.Hash;
import org.progressledger.ledger.tree.TilePath;
import org.progressledger.ledger.tree.TileSource;
import org.progressledger.ledger.tree.TreeDamaged;
import org.progressledger.verifier.CopyUnreadable;
import org.progressledger.verifier.Finding;
import org.progressledger.verifier.Finding.Kind;
import org.progressledger.verifier.LedgerCopy;
import org.progressledger.verifier.Listener;
import org.progressledger.verifier.PublishedEntry;
import org.progressledger.verifier.PublishedEntry.ToldEvent;
import org.progressledger.verifier.StatedKey;
import org.progressledger.verifier.StoredCheckpoint;
import org.progressledger.verifier.Wrong;

/**
 * A ledger as it is published (c2sp.org/tlog-tiles): the newest checkpoint, and all entries and tiles below it; with an account, the
 * events themselves as well.
 */
public final class ServedCopy implements LedgerCopy {
    private final Service service;
    private long size = -1;

    public ServedCopy(Service service) {
        this.service = service;
    }

    @Override
    public void tell(Listener listener) {
        listener.keys(keys());
        Optional<byte[]> note = service.get("/checkpoint");
        if (note.isEmpty()) {
            return;
        }
        StoredCheckpoint newest = checkpoint(new String(note.get(), StandardCharsets.UTF_8));
        size = newest.size();
        listener.newest(newest);
        if (service.hasAccount()) {
            ToldCheckpoints.newest(service, size).forEach(listener::checkpoint);
        }
        for (long from = 0; from < size; from += TilePath.FULL) {
            List<byte[]> entries = entries(from);
            List<Optional<ToldEvent>> events = events(from, entries.size());
            for (int i = 0; i < entries.size(); i++) {
                listener.entry(new PublishedEntry(entries.get(i), events.get(i)));
            }
        }
    }

    private List<StatedKey> keys() {
        String text = service.get("/ledger.vkey")
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
        try {
            return text.lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> new StatedKey(VerifierKey.parse(line), 0))
                    .toList();
        } catch (NoteRefused e) {
            throw new Wrong(
                    new Finding(Kind.CHECKPOINT_MALFORMED, -1, "/ledger.vkey", "", String.valueOf(e.getMessage())));
        }
    }

    private static StoredCheckpoint checkpoint(String note) {
        try {
            return new StoredCheckpoint(Checkpoint.unverified(note).size(), note, "/checkpoint");
        } catch (NoteRefused e) {
            throw new Wrong(
                    new Finding(Kind.CHECKPOINT_MALFORMED, -1, "/checkpoint", "", String.valueOf(e.getMessage())));
        }
    }

    private List<byte[]> entries(long from) {
        TilePath path =
                TilePath.in(size, TilePath.ENTRIES, from / TilePath.FULL).orElseThrow();
        try {
            List<byte[]> entries = tile(path)
                    .map(EntryBundle::decode)
                    .orElseThrow(() -> new Wrong(Kind.TILE_MISSING, from, path.toString(), path.toString()));
            if (entries.size() == path.width()) {
                return entries;
            }
        } catch (TreeDamaged e) {
            throw new Wrong(Kind.TILE_DIFFERS, from, path.toString(), path.toString());
        }
        throw new Wrong(Kind.TILE_DIFFERS, from, path.toString(), path.toString());
    }

    private List<Optional<ToldEvent>> events(long from, int count) {
        List<Optional<ToldEvent>> events = new ArrayList<>();
        while (events.size() < count) {
            if (!service.hasAccount()) {
                events.add(Optional.empty());
                continue;
            }
            long next = from + events.size();
            List<ToldEvent> told = ToldEvents.read(
                    next,
                    service.get("/api/v1/events?stored=true&from=%d&limit=%d".formatted(next, count - events.size()))
                            .orElseThrow(() -> new CopyUnreadable("The service has no /api/v1/events", null)));
            if (told.isEmpty()) {
                throw new Wrong(Kind.LEDGER_CUT_OFF, next, "/api/v1/events", Long.toString(size));
            }
            told.stream().limit(count - events.size()).map(Optional::of).forEach(events::add);
        }
        return events;
    }

    @Override
    public Optional<TileSource> tiles() {
        return Optional.of(this::tile);
    }

    @Override
    public long events() {
        return size;
    }

    /** A log may have only the full tile in the place of a partial one. */
    private Optional<byte[]> tile(TilePath path) {
        Optional<byte[]> exact = service.get("/" + path);
        if (exact.isPresent() || path.isFull()) {
            return exact;
        }
        return service.get("/" + path.full()).map(full -> beginning(full, path));
    }

    private static byte[] beginning(byte[] full, TilePath path) {
        if (!path.holdsEntries()) {
            return full.length < path.width() * Hash.BYTES ? full : Arrays.copyOf(full, path.width() * Hash.BYTES);
        }
        List<byte[]> entries = EntryBundle.decode(full);
        return entries.size() < path.width() ? full : EntryBundle.encode(entries.subList(0, path.width()));
    }
}
