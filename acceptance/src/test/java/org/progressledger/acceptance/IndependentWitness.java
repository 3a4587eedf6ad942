package org.progressledger.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
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
import org.progressledger.ledger.note.NoteRefused;
import org.progressledger.ledger.note.VerifierKey;
import org.progressledger.ledger.tree.Checkpoint;
import org.progressledger.ledger.tree.ConsistencyProof;
import org.progressledger.ledger.tree.Hash;

/**
 * A witness of one log on loopback, written from c2sp.org/tlog-witness and tlog-cosignature: it cosigns what follows what it cosigned
 * before, and nothing else.
 */
final class IndependentWitness implements AutoCloseable {
    private static final String NAME = "witness.example/w1";
    private static final int CONFLICT = 409;
    private final HttpServer server;
    private final KeyPair pair;
    private final byte[] typed = new byte[33];
    private VerifierKey log;
    private Checkpoint latest;
    private int refused;

    IndependentWitness() {
        try {
            pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        byte[] encoded = pair.getPublic().getEncoded();
        typed[0] = 4;
        System.arraycopy(encoded, encoded.length - 32, typed, 1, 32);
        server.createContext("/w1/add-checkpoint", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/w1";
    }

    String key() {
        return NAME + "+" + HexFormat.of().formatHex(id()) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    /** Its operator was told the log's key, and from now on it knows the log. */
    synchronized void knows(String verifierKey) {
        log = VerifierKey.parse(verifierKey);
        latest = new Checkpoint(log.name(), 0, Hash.ofEmptyTree());
    }

    /** How many events it has cosigned. */
    synchronized long size() {
        return latest == null ? 0 : latest.size();
    }

    /** How often it refused another history. */
    synchronized int refused() {
        return refused;
    }

    private byte[] id() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((NAME + "\n").getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest.digest(typed), 4);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            StringBuilder told = new StringBuilder();
            int status;
            try {
                status = cosign(body, told);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
            byte[] answer = told.toString().getBytes(StandardCharsets.UTF_8);
            if (status == CONFLICT) {
                exchange.getResponseHeaders().set("Content-Type", "text/x.tlog.size");
            }
            exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private synchronized int cosign(String body, StringBuilder told) throws GeneralSecurityException {
        int cut = body.indexOf("\n\n");
        List<String> head = List.of(body.substring(0, cut).split("\n"));
        String note = body.substring(cut + 2);
        if (log == null || !note.startsWith(log.name() + "\n")) {
            return 404;
        }
        Checkpoint checkpoint;
        try {
            checkpoint = Checkpoint.open(note, log.name(), List.of(log));
        } catch (NoteRefused e) {
            return 403;
        }
        long old = Long.parseLong(head.getFirst().substring("old ".length()));
        if (old > checkpoint.size()) {
            return 400;
        }
        if (old != latest.size()
                || old == checkpoint.size() && !checkpoint.root().equals(latest.root())) {
            refused += checkpoint.size() <= latest.size() ? 1 : 0;
            told.append(latest.size()).append('\n');
            return CONFLICT;
        }
        List<Hash> hashes =
                head.subList(1, head.size()).stream().map(Hash::fromBase64).toList();
        if (!new ConsistencyProof(old, checkpoint.size(), hashes).proves(latest.root(), checkpoint.root())) {
            refused++;
            return 422;
        }
        latest = checkpoint;
        told.append(line(checkpoint.text()));
        return 200;
    }

    private String line(String text) throws GeneralSecurityException {
        long now = System.currentTimeMillis() / 1000;
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(("cosignature/v1\ntime " + now + "\n" + text).getBytes(StandardCharsets.UTF_8));
        byte[] signed = signature.sign();
        ByteBuffer blob = ByteBuffer.allocate(4 + 8 + signed.length);
        blob.put(id()).putLong(now).put(signed);
        return "\u2014 " + NAME + " " + Base64.getEncoder().encodeToString(blob.array()) + "\n";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
