/**
 * The Merkle tree over log entries (RFC 6962, SHA-256), its tiles (c2sp.org/tlog-tiles), its checkpoints
 * (c2sp.org/tlog-checkpoint) and its proofs (RFC 6962, c2sp.org/tlog-proof). Knows no database and no clock.
 *
 * <p>Who checks a log asks like this:
 *
 * <pre>{@code
 * VerifierKey key = VerifierKey.parse(line);                       // got from somebody who is trusted
 * Checkpoint checkpoint = Checkpoint.open(note, key.name(), List.of(key));
 * TiledTree tree = new TiledTree(source, checkpoint.size());       // a TileSource: a database, HTTP, files
 * tree.root().equals(checkpoint.root());                           // the tiles are those that were signed
 * tree.inclusion(17).proves(Hash.ofLeaf(entry), checkpoint.root());
 * tree.consistency(older.size()).proves(older.root(), checkpoint.root());
 * }</pre>
 */
@NullMarked
package org.progressledger.ledger.tree;

import org.jspecify.annotations.NullMarked;
