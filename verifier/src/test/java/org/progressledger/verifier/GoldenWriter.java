package org.progressledger.verifier;

import java.nio.file.Files;
import java.nio.file.Path;
import org.progressledger.testservers.TestMongo;
import org.progressledger.verifier.file.ExportWriter;
import org.progressledger.verifier.mongo.MongoCopy;

/** Writes the exports that the unit tests read into the folder that is named; only for a new format. */
final class GoldenWriter {
    private GoldenWriter() {}

    public static void main(String[] args) throws Exception {
        Path to = Path.of(args[0]);
        SmallLedger ledger = new SmallLedger(TestMongo.embedded().freshDatabase(), Files.createTempDirectory("golden"));
        ledger.record("s", 0, 1);
        ledger.seal();
        ExportWriter.write(new MongoCopy(ledger.database, "commits"), to.resolve("tiny-ledger.jsonl"));
        ledger.record(ledger.event("s", 1), ledger.event("t", 0));
        ledger.seal();
        ExportWriter.write(new MongoCopy(ledger.database, "commits"), to.resolve("small-ledger.jsonl"));
        Files.writeString(to.resolve("small-ledger.vkey"), ledger.keyFile());
        Files.writeString(to.resolve("small-ledger.checkpoint"), ledger.keptCheckpoint());
        System.exit(0);
    }
}
