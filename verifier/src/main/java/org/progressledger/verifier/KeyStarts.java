package org.progressledger.verifier;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.progressledger.verifier.Finding.Kind;

/**
 * From which tree on each later key may sign: the one after the last that was signed before it was made. So each start stands one
 * above a checkpoint, and cannot be moved where there is none.
 */
final class KeyStarts {
    private final Map<Long, Integer> wanted = new TreeMap<>();

    /** @param stated by time; where starts are not told they are 0 */
    KeyStarts(List<StatedKey> stated) {
        for (int i = 1; i < stated.size(); i++) {
            if (stated.get(i).fromTreeSize() > 1) { // one that signs from the first tree on has none before it
                wanted.putIfAbsent(stated.get(i).fromTreeSize() - 1, i);
            }
        }
    }

    /** There is a checkpoint of that size. */
    void signed(long size) {
        wanted.remove(size);
    }

    /** @throws Wrong if one has no checkpoint below it */
    void requireAll() {
        wanted.forEach((size, key) -> {
            throw new Wrong(Finding.of(
                    Kind.KEY_START_MOVED, "tree_head.keys." + key + ".fromTreeSize", Long.toString(size + 1)));
        });
    }
}
