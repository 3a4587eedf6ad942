package org.progressledger.ledger.tree;

import java.util.Optional;

/**
 * Where tiles come from: a database, a server, a folder. What it gives is trusted by nobody: {@link TiledTree} looks at
 * lengths, and its root has to be that of a checkpoint.
 */
@FunctionalInterface
public interface TileSource {

    /**
     * The bytes of a tile of exactly that width: 32 for each hash, or that many entries, each after its length in two bytes.
     *
     * @return nothing if the source has no such tile; for a partial one the full one is then asked for
     * @throws RuntimeException if the source cannot be asked
     */
    Optional<byte[]> tile(TilePath path);
}
