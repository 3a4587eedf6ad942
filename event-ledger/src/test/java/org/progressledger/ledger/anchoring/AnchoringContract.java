package org.progressledger.ledger.anchoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.ledger.Examples.append;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.tsp.TimeStampToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.LedgerSettings;
import org.progressledger.ledger.anchoring.WitnessState.Outcome;
import org.progressledger.ledger.note.Cosignature;
import org.progressledger.ledger.note.SigningKey;
import org.progressledger.ledger.note.VerifierKey;
import org.progressledger.ledger.sealing.SealedCheckpoint;
import org.progressledger.ledger.sealing.SealedLog;
import org.progressledger.ledger.sealing.Sealer;
import org.progressledger.ledger.sealing.SealingSettings;
import org.progressledger.ledger.tree.Checkpoint;
import org.progressledger.testservers.TestMongo;

/** What others say of our checkpoints, and what they do not say; on any server. */
abstract class AnchoringContract {

    private static final String ORIGIN = "ledger.example/log";

    @TempDir
    Path folder;

    private MongoDatabase database;
    private Sealer sealer;
    private StubWitness first;
    private StubWitness second;
    private Anchoring anchoring;
    private int commands;

    abstract TestMongo server();

    @BeforeEach
    void sealedLedger() {
        begin();
        VerifierKey key = sealed().head().orElseThrow().verifierKeys().getLast();
        first = new StubWitness("witness.example/one", ORIGIN, key);
        second = new StubWitness("witness.example/two", ORIGIN, key);
        anchoring = anchored(0, Optional.empty());
    }

    @AfterEach
    void end() {
        anchoring.close();
        first.close();
        second.close();
    }

    private void begin() {
        database = server().freshDatabase();
        sealer = Sealer.of(
                database,
                log(),
                SealingSettings.defaults(ORIGIN, folder.resolve("ledger.key")),
                InstantSource.system(),
                "sealer-" + UUID.randomUUID());
        sealer.tick();
    }

    private CommitLog log() {
        return CommitLog.open(database, LedgerSettings.defaults(), InstantSource.system());
    }

    private void record(int events) {
        log().append(append("stream-" + commands++, 0, events));
        sealer.tick();
    }

    private SealedLog sealed() {
        return SealedLog.of(database);
    }

    private SealedCheckpoint newest() {
        return sealed().head().orElseThrow().latest().orElseThrow();
    }

    private Anchoring anchored(int quorum, Optional<TimestampAuthority> authority) {
        if (anchoring != null) {
            anchoring.close();
        }
        List<Witness> witnesses = List.of(first.asWitness(), second.asWitness());
        return Anchoring.of(
                database,
                new AnchoringSettings(witnesses, quorum, authority, Duration.ofSeconds(10), Duration.ofSeconds(3)));
    }

    private Outcome outcome(int witness) {
        return anchoring.witnesses().get(witness).outcome();
    }

    private List<Cosignature> kept() {
        SealedCheckpoint shown = AnchoredLog.of(database).withCosignatures(newest());
        assertThat(Checkpoint.open(
                        shown.note(), ORIGIN, sealed().head().orElseThrow().verifierKeys()))
                .isEqualTo(newest().checkpoint());
        String lines = shown.note().substring(newest().note().length());
        return lines.isEmpty()
                ? List.of()
                : Cosignature.among(
                        lines,
                        newest().checkpoint().text(),
                        List.of(first.asWitness().key(), second.asWitness().key()));
    }

    @Test
    void an_empty_log_is_shown_to_nobody() {
        anchoring.tick();
        assertThat(first.asked()).isZero();
        assertThat(outcome(0)).isEqualTo(Outcome.NOT_ASKED);
    }

    @Test
    void witnesses_cosign_each_checkpoint_as_the_log_grows() {
        for (int events : List.of(1, 7, 250, 90, 3)) {
            record(events);
            anchoring.tick();
            assertThat(kept())
                    .extracting(one -> one.key().name())
                    .containsExactlyInAnyOrder("witness.example/one", "witness.example/two");
        }
        assertThat(first.size()).isEqualTo(351);
        assertThat(anchoring.witnesses()).allMatch(state -> state.failures() == 0 && state.size() == 351);
        int asked = first.asked();
        anchoring.tick();
        assertThat(first.asked()).as("what is cosigned is not asked for again").isEqualTo(asked);
    }

    @Test
    void after_a_restart_the_witness_says_which_size_it_holds() {
        record(300);
        anchoring.tick();
        record(12);
        anchoring = anchored(0, Optional.empty());
        int asked = first.asked();
        anchoring.tick();
        assertThat(first.asked()).as("once in vain, once with the proof").isEqualTo(asked + 2);
        assertThat(kept()).hasSize(2);
    }

    @Test
    void a_witness_that_is_down_or_hangs_keeps_neither_the_others_nor_the_sealer_waiting() {
        first.close();
        second.hangs = true;
        record(5);
        anchoring.tick();
        assertThat(outcome(0)).isEqualTo(Outcome.UNREACHABLE);
        assertThat(outcome(1)).isEqualTo(Outcome.UNREACHABLE);
        assertThat(kept()).isEmpty();
        record(5);
        assertThat(newest().checkpoint().size()).isEqualTo(10);
        second.hangs = false;
        anchoring.tick();
        assertThat(outcome(1)).isEqualTo(Outcome.COSIGNED);
        assertThat(kept()).hasSize(1);
        assertThat(anchoring.witnesses().get(1).failures()).isEqualTo(1);
    }

    @Test
    void a_quorum_counts_and_an_outage_leaves_the_last_witnessed_checkpoint() {
        anchoring = anchored(2, Optional.empty());
        record(5);
        anchoring.tick();
        assertThat(AnchoredLog.of(database).witnessedSize()).contains(5L);
        second.close();
        record(5);
        anchoring.tick();
        assertThat(kept()).hasSize(1);
        assertThat(AnchoredLog.of(database).witnessedSize()).contains(5L);
        assertThat(anchoring.witnessedSize()).isEqualTo(5);
    }

    /** What somebody can do who has the database, the key and the files beside it. */
    private void rewrite(int events) throws IOException {
        Files.delete(folder.resolve("ledger.checkpoint"));
        begin();
        record(events);
        anchoring = anchored(0, Optional.empty());
        anchoring.tick();
    }

    @Test
    void a_log_that_was_rewritten_is_not_cosigned() throws IOException {
        record(20);
        anchoring.tick();
        rewrite(30);
        assertThat(outcome(0)).as(anchoring.witnesses().toString()).isEqualTo(Outcome.CONTRADICTS);
        assertThat(kept()).isEmpty();
        assertThat(first.size()).isEqualTo(20);
    }

    @Test
    void a_log_that_was_rewritten_to_the_same_size_is_not_cosigned() throws IOException {
        record(20);
        anchoring.tick();
        rewrite(20);
        assertThat(outcome(0)).as(anchoring.witnesses().toString()).isEqualTo(Outcome.CONTRADICTS);
        assertThat(kept()).isEmpty();
    }

    @Test
    void a_log_that_was_cut_is_not_cosigned() throws IOException {
        record(20);
        anchoring.tick();
        rewrite(10);
        assertThat(anchoring.witnesses().getFirst())
                .matches(state -> state.outcome() == Outcome.CONTRADICTS
                        && state.detail().equals("it cosigned 20 events, and we have 10"));
    }

    @Test
    void a_witness_that_does_not_know_the_log_or_its_key_refuses() {
        first.close();
        second.close();
        first = new StubWitness(
                "witness.example/one",
                "another.example",
                SigningKey.generate("x").verifier());
        second = new StubWitness(
                "witness.example/two", ORIGIN, SigningKey.generate(ORIGIN).verifier());
        anchoring = anchored(0, Optional.empty());
        record(3);
        anchoring.tick();
        assertThat(anchoring.witnesses())
                .allMatch(state -> state.outcome() == Outcome.REFUSED)
                .extracting(WitnessState::detail)
                .containsExactly("404: unknown origin", "403: not signed by the log");
    }

    @Test
    void an_answer_that_is_signed_by_nobody_we_know_is_not_kept() {
        Witness other = new Witness(first.asWitness().key(), second.asWitness().url());
        anchoring.close();
        anchoring = Anchoring.of(
                database,
                new AnchoringSettings(
                        List.of(other), 0, Optional.empty(), Duration.ofSeconds(10), Duration.ofSeconds(3)));
        record(3);
        anchoring.tick();
        assertThat(outcome(0)).isEqualTo(Outcome.REFUSED);
        assertThat(kept()).isEmpty();
    }

    @Test
    void one_of_so_many_checkpoints_is_stamped_with_the_time() throws Exception {
        try (StubAuthority authority = new StubAuthority(KeyPurposeId.id_kp_timeStamping)) {
            anchoring = anchored(0, Optional.of(authority.asAuthority(3)));
            for (int i = 0; i < 7; i++) {
                record(1);
                anchoring.tick();
                anchoring.tick();
            }
            AnchoredLog anchored = AnchoredLog.of(database);
            assertThat(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L).stream()
                            .filter(size -> anchored.timestamp(size).isPresent()))
                    .containsExactly(1L, 4L, 7L);
            assertThat(authority.asked()).isEqualTo(3);
            TimeStampToken token =
                    new TimeStampToken(new CMSSignedData(anchored.timestamp(4).orElseThrow()));
            assertThat(token.getTimeStampInfo().getGenTime()).isEqualTo(StubAuthority.NOW);
            String note = sealed().checkpoint(4).orElseThrow().note();
            assertThat(token.getTimeStampInfo().getMessageImprintDigest())
                    .isEqualTo(MessageDigest.getInstance("SHA-256").digest(note.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private void notStamped(TimestampAuthority authority) {
        anchoring = anchored(0, Optional.of(authority));
        record(2);
        anchoring.tick();
        assertThat(AnchoredLog.of(database).timestamp(newest().checkpoint().size()))
                .as(anchoring.stamping().orElseThrow().detail())
                .isEmpty();
        assertThat(anchoring.stamping().orElseThrow().failures()).isEqualTo(1);
        assertThat(kept()).as("witnesses are asked all the same").hasSize(2);
    }

    @Test
    void a_stamp_by_somebody_else_is_not_taken() {
        try (StubAuthority authority = new StubAuthority(KeyPurposeId.id_kp_timeStamping);
                StubAuthority other = new StubAuthority(KeyPurposeId.id_kp_timeStamping)) {
            notStamped(authority.trusting(other.root(), 1));
            notStamped(authority.trusting(other.certificate(), 1));
            anchoring = anchored(0, Optional.of(authority.trusting(authority.certificate(), 1)));
            anchoring.tick();
            assertThat(anchoring.stamping().orElseThrow().size()).isEqualTo(4);
        }
    }

    @Test
    void a_stamp_by_a_certificate_for_something_else_is_not_taken() {
        try (StubAuthority authority = new StubAuthority(KeyPurposeId.id_kp_serverAuth)) {
            notStamped(authority.asAuthority(1));
        }
    }

    @Test
    void a_stamp_of_another_digest_is_not_taken() {
        try (StubAuthority authority = new StubAuthority(KeyPurposeId.id_kp_timeStamping)) {
            authority.misreads = StubAnotherDigest::in;
            notStamped(authority.asAuthority(1));
        }
    }

    @Test
    void an_authority_that_is_down_is_asked_again() {
        try (StubAuthority authority = new StubAuthority(KeyPurposeId.id_kp_timeStamping)) {
            authority.refuses = true;
            notStamped(authority.asAuthority(5));
            authority.refuses = false;
            anchoring.tick();
            assertThat(anchoring.stamping().orElseThrow().size()).isEqualTo(2);
        }
    }
}
