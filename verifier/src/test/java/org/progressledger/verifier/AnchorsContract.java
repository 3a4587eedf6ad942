package org.progressledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.verifier.Verdict.Outcome.VERIFIED;
import static org.progressledger.verifier.Verdict.Outcome.WRONG;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.progressledger.verifier.Expected.Kept;
import org.progressledger.verifier.Finding.Kind;
import org.progressledger.verifier.Verdict.Remark;
import org.progressledger.verifier.file.ExportWriter;
import org.progressledger.verifier.file.FileCopy;

/** What the verifier says of witnesses' signatures and time stamps: those that are right, and those that somebody changed. */
abstract class AnchorsContract extends TamperedLedger {
    private final Cosigner one = new Cosigner("witness.example/1");
    private final Cosigner two = new Cosigner("witness.example/2");
    private final Stamper authority = authority();

    private static Stamper authority() {
        try {
            return new Stamper();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void noAnchors() {
        collection("tree_anchors").deleteMany(new BsonDocument());
        collection("tree_anchors")
                .insertOne(new BsonDocument("_id", new BsonString("witnessed")).append("size", new BsonInt64(2)));
    }

    private String note(long size) {
        return collection("tree_checkpoints")
                .find(id(size))
                .first()
                .getString("note")
                .getValue();
    }

    private void cosigned(long size, String note, Cosigner... by) {
        BsonArray lines = new BsonArray();
        Stream.of(by)
                .forEach(cosigner -> lines.add(new BsonDocument("witness", new BsonString(cosigner.name()))
                        .append("line", new BsonString(cosigner.line(note)))
                        .append("at", new BsonDateTime(0))));
        collection("tree_anchors").insertOne(id(size).append("cosignatures", lines));
    }

    private void stamped(long size, byte[] token) {
        BsonDocument stamp = new BsonDocument("token", new BsonBinary(token)).append("at", new BsonDateTime(0));
        collection("tree_anchors").insertOne(id(size).append("timestamp", stamp));
    }

    private Expected witnessed(int quorum, Cosigner... by) {
        return new Expected(
                List.of(genuine.key()),
                List.of(),
                new Outsiders(Arrays.stream(by).map(Cosigner::key).toList(), quorum, List.of()));
    }

    private Expected stampedBy(Stamper trusted) {
        return new Expected(
                List.of(genuine.key()), List.of(), new Outsiders(List.of(), 0, List.of(trusted.certificate())));
    }

    @Test
    void a_checkpoint_that_enough_witnesses_signed_is_told() {
        cosigned(2, note(2), one, two);
        cosigned(6, note(6), one);
        Verdict both = check(witnessed(2, one, two));
        assertThat(both.finding()).isEmpty();
        assertThat(both.outcome()).isEqualTo(VERIFIED);
        assertThat(both.counts().witnessed()).isEqualTo(2);
        assertThat(both.remarks()).contains(Remark.TAIL_NOT_WITNESSED);
        Verdict any = check(witnessed(1, one, two));
        assertThat(any.counts().witnessed()).isEqualTo(6);
        assertThat(any.remarks()).doesNotContain(Remark.TAIL_NOT_WITNESSED, Remark.OUTSIDERS_NOT_LOOKED_AT);
    }

    @Test
    void what_nobody_gave_a_key_for_is_said_not_to_have_been_looked_at() {
        cosigned(6, note(6), one);
        Verdict verdict = check();
        assertThat(verdict.outcome()).isEqualTo(VERIFIED);
        assertThat(verdict.counts().witnessed()).isEqualTo(-1);
        assertThat(verdict.remarks()).contains(Remark.OUTSIDERS_NOT_LOOKED_AT);
    }

    @Test
    void a_line_that_is_of_another_checkpoint_is_named() {
        cosigned(6, note(2), one);
        assertFound(check(witnessed(1, one)), Kind.COSIGNATURE_WRONG, -1, "tree_anchors.6");
    }

    @Test
    void where_too_few_witnesses_signed_it_does_not_verify() {
        cosigned(6, note(6), one);
        assertFound(check(witnessed(2, one, two)), Kind.NOT_WITNESSED, -1, "tree_anchors");
        assertFound(check(witnessed(1, new Cosigner("witness.example/1"))), Kind.NOT_WITNESSED, -1, "tree_anchors");
    }

    @Test
    void one_witness_that_stands_twice_counts_once() {
        cosigned(6, note(6), one, one);
        assertFound(check(witnessed(2, one, two)), Kind.NOT_WITNESSED, -1, "tree_anchors");
    }

    @Test
    void lines_below_a_kept_checkpoint_count_too() {
        Kept kept = new Kept("kept", note(2) + one.line(note(2)));
        Outsiders witnesses = new Outsiders(List.of(one.key()), 1, List.of());
        Verdict verdict = check(new Expected(List.of(genuine.key()), List.of(kept), witnesses));
        assertThat(verdict.outcome()).isEqualTo(VERIFIED);
        assertThat(verdict.counts().witnessed()).isEqualTo(2);
        Kept forged = new Kept("kept", note(2) + one.line(note(6)));
        assertFound(
                check(new Expected(List.of(genuine.key()), List.of(forged), witnesses)),
                Kind.COSIGNATURE_WRONG,
                -1,
                "kept");
    }

    @Test
    void a_cosigned_checkpoint_that_is_gone_is_named() {
        cosigned(2, note(2), one);
        collection("tree_checkpoints").deleteOne(id(2));
        assertFound(check(witnessed(1, one)), Kind.CHECKPOINT_MISSING, -1, "tree_anchors.2");
        collection("tree_checkpoints").deleteOne(id(6)); // nothing follows
        assertFound(check(), Kind.CHECKPOINT_MISSING, -1, "tree_anchors.2");
    }

    @Test
    void a_time_stamp_of_a_trusted_authority_is_told() throws Exception {
        stamped(2, authority.stamp(note(2)));
        Verdict verdict = check(stampedBy(authority));
        assertThat(verdict.finding()).isEmpty();
        assertThat(verdict.counts().stamped()).isEqualTo(2);
        assertThat(verdict.counts().stampedAt()).contains(Stamper.NOW);
    }

    @Test
    void a_time_stamp_of_something_else_or_by_somebody_else_is_named() throws Exception {
        stamped(2, authority.stamp(note(6)));
        assertFound(check(stampedBy(authority)), Kind.TIMESTAMP_WRONG, -1, "tree_anchors.2");
        noAnchors();
        stamped(2, authority.stamp(note(2)));
        assertFound(check(stampedBy(new Stamper())), Kind.TIMESTAMP_WRONG, -1, "tree_anchors.2");
        noAnchors();
        byte[] token = authority.stamp(note(2));
        token[token.length - 1] ^= 1;
        stamped(2, token);
        assertFound(check(stampedBy(authority)), Kind.TIMESTAMP_WRONG, -1, "tree_anchors.2");
        noAnchors();
        assertFound(check(stampedBy(authority)), Kind.NOT_STAMPED, -1, "tree_anchors");
    }

    @Test
    void what_is_not_in_its_form_is_named() {
        collection("tree_anchors").insertOne(id(2).append("cosignatures", new BsonInt32(1)));
        assertFound(check(), Kind.ANCHOR_MALFORMED, -1, "tree_anchors.2.cosignatures");
        noAnchors();
        collection("tree_anchors").insertOne(id(2).append("timestamp", new BsonDocument()));
        assertFound(check(), Kind.ANCHOR_MALFORMED, -1, "tree_anchors.2.timestamp");
    }

    @Test
    void an_export_carries_them_along() throws Exception {
        cosigned(2, note(2), one);
        cosigned(6, note(6), two);
        Path file = folder.resolve("anchored.jsonl");
        ExportWriter.write(copy(), file);
        Verdict verdict = new LedgerCheck(witnessed(1, one, two), 1).check(new FileCopy(file), Progress.SILENT);
        assertThat(verdict.finding()).isEmpty();
        assertThat(verdict.counts().witnessed()).isEqualTo(6);
        collection("tree_checkpoints").deleteOne(id(2));
        ExportWriter.write(copy(), file);
        assertThat(new LedgerCheck(Expected.nothing(), 1)
                        .check(new FileCopy(file), Progress.SILENT)
                        .outcome())
                .isEqualTo(WRONG);
    }
}
