package org.progressledger.ledger.anchoring;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.progressledger.ledger.note.CosignatureKey;
import org.progressledger.ledger.note.NoteRefused;
import org.progressledger.ledger.note.VerifierKey;
import org.progressledger.ledger.tree.Checkpoint;
import org.progressledger.ledger.tree.ConsistencyProof;
import org.progressledger.ledger.tree.Hash;

/**
 * A witness of one log, written from c2sp.org/tlog-witness and tlog-cosignature: it cosigns what follows what it cosigned
 * before, and nothing else.
 */
final class StubWitness implements AutoCloseable {

    static final long NOW = 1_795_647_096L;

    private final String name;
    private final String origin;
    private final VerifierKey log;
    private final KeyPair pair;
    private final byte[] typed;
    private final StubServer server = new StubServer(this::answer);
    private Checkpoint latest;
    volatile boolean hangs;

    StubWitness(String name, String origin, VerifierKey log) {
        this.name = name;
        this.origin = origin;
        this.log = log;
        this.latest = new Checkpoint(origin, 0, Hash.ofEmptyTree());
        try {
            this.pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        byte[] encoded = pair.getPublic().getEncoded();
        this.typed = new byte[33];
        typed[0] = 4;
        System.arraycopy(encoded, encoded.length - 32, typed, 1, 32);
    }

    Witness asWitness() {
        String id = HexFormat.of().formatHex(id());
        String key = name + "+" + id + "+" + Base64.getEncoder().encodeToString(typed);
        return new Witness(CosignatureKey.parse(key), server.url("/witness"));
    }

    long size() {
        return latest.size();
    }

    int asked() {
        return server.asked();
    }

    private byte[] id() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest.digest(typed), 4);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private StubServer.Reply answer(String path, String type, byte[] body) throws Exception {
        if (hangs) {
            Thread.sleep(60_000);
        }
        return cosign(path, body);
    }

    private synchronized StubServer.Reply cosign(String path, byte[] body) throws Exception {
        if (!path.equals("POST /witness/add-checkpoint")) {
            return told(404, "no such path");
        }
        String text = new String(body, StandardCharsets.UTF_8);
        int cut = text.indexOf("\n\n");
        List<String> head = List.of(text.substring(0, cut).split("\n"));
        String note = text.substring(cut + 2);
        if (!head.getFirst().matches("old (0|[1-9][0-9]*)") || head.size() > 64) {
            return told(400, "malformed");
        }
        long old = Long.parseLong(head.getFirst().substring(4));
        if (!note.startsWith(origin + "\n")) {
            return told(404, "unknown origin");
        }
        Checkpoint checkpoint;
        try {
            checkpoint = Checkpoint.open(note, origin, List.of(log));
        } catch (NoteRefused e) {
            return told(403, "not signed by the log");
        }
        if (old > checkpoint.size()) {
            return told(400, "old size is larger");
        }
        if (old != latest.size()
                || (old == checkpoint.size() && !checkpoint.root().equals(latest.root()))) {
            return new StubServer.Reply(
                    409, "text/x.tlog.size", (latest.size() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        List<Hash> hashes =
                head.subList(1, head.size()).stream().map(Hash::fromBase64).toList();
        ConsistencyProof proof = new ConsistencyProof(old, checkpoint.size(), hashes);
        if (!proof.proves(latest.root(), checkpoint.root())) {
            return told(422, "the proof does not verify");
        }
        latest = checkpoint;
        return told(200, "— somebody.else AAAAAAAA\n" + line(checkpoint.text()));
    }

    private String line(String text) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(("cosignature/v1\ntime " + NOW + "\n" + text).getBytes(StandardCharsets.UTF_8));
        byte[] signed = signature.sign();
        ByteBuffer blob = ByteBuffer.allocate(4 + 8 + signed.length);
        blob.put(id()).putLong(NOW).put(signed);
        return "— " + name + " " + Base64.getEncoder().encodeToString(blob.array()) + "\n";
    }

    private static StubServer.Reply told(int status, String text) {
        return new StubServer.Reply(status, "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.close();
    }
}
