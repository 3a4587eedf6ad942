package org.progressledger.verifier.backup;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.progressledger.testservers.TestMongo;
import org.progressledger.verifier.Expected;
import org.progressledger.verifier.LedgerCheck;
import org.progressledger.verifier.Progress;
import org.progressledger.verifier.SmallLedger;
import org.progressledger.verifier.Verdict;
import org.progressledger.verifier.Verdict.Outcome;
import org.progressledger.verifier.mongo.MongoCopy;

/** Nothing stands still while a backup is made. */
class BackupUnderLoadIT {
    private static final Map<String, Integer> FILLING = Map.of("tree_head", 20, "tree_tiles", 260);

    /** Before each collection is read something more is recorded and sealed; twice so much that a tile fills. */
    @ParameterizedTest
    @MethodSource("org.progressledger.testservers.TestMongo#servers")
    void a_copy_is_a_state_that_the_ledger_had_whatever_is_recorded_meanwhile(TestMongo server, @TempDir Path folder) {
        SmallLedger ledger = SmallLedger.sealed(server.freshDatabase(), folder, 250);
        String before = ledger.keptCheckpoint();
        Path file = folder.resolve("city.backup");

        Contents contents = BackupWriter.write(ledger.database, file, collection -> {
            ledger.record("while-" + collection, 0, FILLING.getOrDefault(collection, 1));
            ledger.database.getCollection("person_keys").insertOne(new Document("_id", collection));
            ledger.seal();
        });

        assertThat(contents.sealed()).isEqualTo(270);
        assertThat(contents.events()).isGreaterThan(contents.sealed());
        MongoDatabase elsewhere = server.freshDatabase();
        try (BackupFile backup = BackupFile.open(file)) {
            backup.restoreInto(elsewhere);
        }
        Verdict verdict = new LedgerCheck(
                        new Expected(
                                List.of(ledger.key()),
                                List.of(new Expected.Kept("before", before)),
                                Expected.nothing().outsiders()),
                        2)
                .check(new MongoCopy(elsewhere, "commits"), Progress.SILENT);
        assertThat(verdict.outcome()).as("%s", verdict).isEqualTo(Outcome.VERIFIED);
        assertThat(verdict.counts().events()).isEqualTo(contents.events());
        // a commit's persons and papers are there before it
        assertThat(elsewhere
                        .getCollection("person_keys")
                        .find(new Document("_id", "commits"))
                        .first())
                .isNotNull();

        SmallLedger goesOn = new SmallLedger(elsewhere, folder.resolve("nothing-kept"));
        assertThat(goesOn.check().outcome()).isEqualTo(Outcome.VERIFIED);
    }
}
