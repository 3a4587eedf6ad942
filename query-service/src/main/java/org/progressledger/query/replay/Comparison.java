package org.progressledger.query.replay;

import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectHistory;
import org.progressledger.projectledger.ProjectArchive;
import org.progressledger.query.projection.Contents;
import org.progressledger.query.projection.Rebuilding;
import org.progressledger.query.replay.Replay.State;
import org.progressledger.query.replay.Replay.Step;
import org.progressledger.query.replay.ReplayStore.DifferingDocument;
import org.progressledger.query.replay.ReplayStore.Hold;

/**
 * Compares what was built with what answers, document by document. Both go on with the ledger meanwhile, so what is not the same
 * is looked at again until both reflect the same position.
 */
final class Comparison {
    private static final int MOST_LOOKS = 100;
    private static final long BETWEEN_LOOKS_MILLIS = 50;

    private final Rebuilding rebuilding;
    private final ProjectArchive archive;
    private final Hold hold;
    private final int together;
    private final Sum old = new Sum();
    private final Sum built = new Sum();
    private long differences;

    /** @param together projects that are read at once and held in memory */
    Comparison(Rebuilding rebuilding, ProjectArchive archive, Hold hold, int together) {
        this.together = together;
        this.rebuilding = rebuilding;
        this.archive = archive;
        this.hold = hold;
    }

    /** One digest of many. */
    private static final class Sum {
        private final MessageDigest all = sha256();

        void add(String code, Contents contents) {
            all.update((code + ' ' + contents.digest() + '\n').getBytes(StandardCharsets.UTF_8));
        }

        String hex() {
            return HexFormat.of().formatHex(all.digest());
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException impossible) {
                // every Java platform has it
                throw new IllegalStateException(impossible);
            }
        }
    }

    /** Ends early if it is told otherwise. */
    Replay compare(Replay replay) throws InterruptedException {
        hold.forgetDifferences();
        Replay now = replay.project() == null ? all(replay) : one(replay, replay.project());
        return now.step() == Step.COMPARING && now.state() == State.RUNNING
                ? hold.write(Updates.set("oldDigest", old.hex()), Updates.set("newDigest", built.hex()))
                : now;
    }

    private Replay all(Replay replay) throws InterruptedException {
        Set<String> codes = new TreeSet<>(rebuilding.codes(replay.old()));
        codes.addAll(rebuilding.codes(replay.built()));
        List<String> all = List.copyOf(codes);
        for (int start = 0; start < all.size(); start += together) {
            int end = Math.min(start + together, all.size());
            compare(replay, all.subList(start, end));
            Replay now = hold.write(Updates.set("compared", (long) end), Updates.set("differences", differences));
            if (now.state() != State.RUNNING || now.step() != Step.COMPARING) {
                return now;
            }
        }
        return hold.look();
    }

    private void compare(Replay replay, List<String> codes) throws InterruptedException {
        List<Contents> before = rebuilding.contents(replay.old(), codes);
        List<Contents> after = rebuilding.contents(replay.built(), codes);
        for (int each = 0; each < codes.size(); each++) {
            if (isSame(before.get(each), after.get(each))) {
                tell(codes.get(each), before.get(each), after.get(each));
            } else {
                lookAgain(replay, codes.get(each));
            }
        }
    }

    private void lookAgain(Replay replay, String code) throws InterruptedException {
        // where many differ each takes its time, and whoever is silent is taken for dead
        hold.look();
        rebuilding.bringUpToDate(archive.history(ProjectCode.of(code)));
        Contents before = rebuilding.contents(replay.old(), code);
        Contents after = rebuilding.contents(replay.built(), code);
        for (int look = 1; look < MOST_LOOKS && !isSame(before, after) && !isOfOnePosition(before, after); look++) {
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
            before = rebuilding.contents(replay.old(), code);
            after = rebuilding.contents(replay.built(), code);
            hold.look();
        }
        tell(code, before, after);
    }

    private static boolean isSame(Contents before, Contents after) {
        return before.digests().equals(after.digests());
    }

    private static boolean isOfOnePosition(Contents before, Contents after) {
        return before.position() >= 0 && before.position() == after.position();
    }

    private Replay one(Replay replay, String code) {
        ProjectHistory history = archive.history(ProjectCode.of(code));
        rebuilding.bringUpToDate(history);
        tell(code, rebuilding.contents(replay.old(), code), rebuilding.contents(history));
        return hold.write(
                Updates.set("compared", 1L),
                Updates.set("projects", 1L),
                Updates.set("projectsDone", 1L),
                Updates.set("events", (long) history.facts().size()),
                Updates.set("eventsDone", (long) history.facts().size()),
                Updates.set("differences", differences));
    }

    private void tell(String code, Contents before, Contents after) {
        old.add(code, before);
        built.add(code, after);
        Map<String, DifferingDocument> found = new TreeMap<>();
        Set<String> names = new TreeSet<>(before.digests().keySet());
        names.addAll(after.digests().keySet());
        for (String name : names) {
            String was = before.digests().get(name);
            String is = after.digests().get(name);
            if (!Objects.equals(was, is)) {
                found.put(name, new DifferingDocument(name, was, is));
            }
        }
        if (!found.isEmpty()) {
            List<DifferingDocument> all = new ArrayList<>(found.values());
            hold.differ(all, differences);
            differences += all.size();
        }
    }
}
