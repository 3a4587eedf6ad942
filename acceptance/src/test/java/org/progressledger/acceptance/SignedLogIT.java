package org.progressledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The log as anybody reads it while services are killed: checked with nothing but SHA-256. */
class SignedLogIT {

    @Test
    void what_is_recorded_is_soon_under_a_signed_root_also_after_the_service_was_killed() throws Exception {
        try (RunningSystem system = RunningSystem.onEmbeddedStore()) {
            Samples.DISTRICT.importInto(system);
            long first = sealedUpTo(system, lastPosition(system));
            String key = text(system, "/ledger.vkey");
            system.commandService().kill();
            system.commandService().start();
            Samples.COUNCIL.importInto(system);
            long second = sealedUpTo(system, lastPosition(system));
            assertThat(second).isGreaterThan(first);
            assertThat(text(system, "/ledger.vkey")).isEqualTo(key);
            var consistency = system.as("auditor").get("/ledger/consistency?from=" + first + "&to=" + second);
            assertThat(consistency.at("/from/size").asLong()).isEqualTo(first);
            assertThat(consistency.path("path").size()).isPositive();
        }
    }

    private static long lastPosition(RunningSystem system) {
        return system.as("auditor").get("/events?limit=1000").size() - 1;
    }

    /** Waits for a checkpoint that covers the position, and holds its root against the published entries. */
    private static long sealedUpTo(RunningSystem system, long position) throws Exception {
        long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        String[] checkpoint = {"", "0"};
        while (Long.parseLong(checkpoint[1]) <= position && System.nanoTime() < until) {
            Thread.sleep(100);
            Answer answer = open(system, "/checkpoint");
            checkpoint = answer.status() == 200 ? answer.text().split("\n") : checkpoint;
        }
        assertThat(Long.parseLong(checkpoint[1])).isGreaterThan(position);
        ByteBuffer bundle = ByteBuffer.wrap(open(system, "/tile/entries/000.p/" + checkpoint[1])
                .ok()
                .response()
                .body());
        List<byte[]> leaves = new ArrayList<>();
        while (bundle.hasRemaining()) {
            byte[] entry = new byte[bundle.getShort() & 0xFFFF];
            bundle.get(entry);
            leaves.add(sha256(new byte[] {0}, entry));
        }
        assertThat(leaves).hasSize(Integer.parseInt(checkpoint[1])).hasSizeLessThan(256);
        assertThat(Base64.getEncoder().encodeToString(root(leaves))).isEqualTo(checkpoint[2]);
        return leaves.size();
    }

    private static byte[] root(List<byte[]> leaves) throws GeneralSecurityException {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int left = Integer.highestOneBit(leaves.size() - 1);
        return sha256(new byte[] {1}, root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
    }

    private static byte[] sha256(byte[]... parts) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    private static String text(RunningSystem system, String path) {
        return open(system, path).ok().text();
    }

    private static Answer open(RunningSystem system, String path) {
        Client nobody = system.asNobody();
        return nobody.send(nobody.toQuery("GET", path, BodyPublishers.noBody()));
    }
}
