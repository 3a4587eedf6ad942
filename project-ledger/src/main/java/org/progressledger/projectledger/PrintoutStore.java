package org.progressledger.projectledger;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.EventJson;
import org.progressledger.events.Sha256;

/**
 * The bytes of printouts from which facts were recorded, kept for good under their digest. They hold names of persons, so
 * they are sealed under the master key; whoever reads them redacts them before anyone sees them.
 */
public final class PrintoutStore {
    private static final String PURPOSE = "printout";
    private static final String PURPOSE_OF_TEXT = "printout-text";
    private static final String KIND = "kind";
    private static final String SHEET = "sheet";

    private final MongoCollection<Document> printouts;
    private final MasterKey masterKey;

    public PrintoutStore(MongoDatabase database, MasterKey masterKey) {
        this.printouts = database.getCollection("printouts")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY);
        this.masterKey = masterKey;
    }

    /** Before anything that names their digest is recorded. The same bytes again stay as they are. */
    public void keep(Sha256 sha256, byte[] bytes, Instant now) {
        keep(sha256, bytes, null, now);
    }

    /**
     * The same with the lines that were read of them.
     *
     * @param text null where the bytes are text themselves
     */
    public void keep(Sha256 sha256, byte[] bytes, @Nullable PrintoutText text, Instant now) {
        Document printout = new Document("_id", sha256.hex());
        if (text != null) {
            byte[] lines = EventJson.mapper().writeValueAsBytes(text);
            printout.append("text", new Binary(masterKey.seal(lines, PURPOSE_OF_TEXT)));
        }
        keep(printout, bytes, now);
    }

    /**
     * The same for a sheet that reports on several projects: it is no printout of one of them, so {@link #find} does not find
     * it.
     */
    public void keepSheet(Sha256 sha256, byte[] bytes, Instant now) {
        keep(new Document("_id", sha256.hex()).append(KIND, SHEET), bytes, now);
    }

    private void keep(Document document, byte[] bytes, Instant now) {
        try {
            printouts.insertOne(document.append("keptAt", Date.from(now))
                    .append("sealed", new Binary(masterKey.seal(bytes, PURPOSE))));
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw refused;
            }
        }
    }

    /** Whether these bytes are kept. */
    public boolean isKept(Sha256 sha256) {
        return printouts
                        .find(Filters.eq("_id", sha256.hex()))
                        .projection(Projections.include("_id"))
                        .first()
                != null;
    }

    /** The lines that were taken out of these bytes; empty where they are text themselves, or are not kept. */
    public Optional<PrintoutText> text(String sha256) {
        return Optional.ofNullable(printouts
                        .find(Filters.eq("_id", sha256))
                        .projection(Projections.include("text"))
                        .first())
                .map(stored -> stored.get("text", Binary.class))
                .map(kept -> EventJson.mapper()
                        .readValue(masterKey.open(kept.getData(), PURPOSE_OF_TEXT), PrintoutText.class));
    }

    /** Empty where these bytes are not kept, or are a sheet. */
    public Optional<byte[]> find(String sha256) {
        return Optional.ofNullable(printouts.find(Filters.eq("_id", sha256)).first())
                .filter(stored -> !SHEET.equals(stored.getString(KIND)))
                .map(stored -> masterKey.open(stored.get("sealed", Binary.class).getData(), PURPOSE));
    }

    /** Whether these bytes are kept and report on several projects. */
    public boolean isSheet(String sha256) {
        Document stored = printouts
                .find(Filters.eq("_id", sha256))
                .projection(Projections.include(KIND))
                .first();
        return stored != null && SHEET.equals(stored.getString(KIND));
    }
}
