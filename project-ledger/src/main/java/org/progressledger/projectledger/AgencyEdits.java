package org.progressledger.projectledger;

import com.mongodb.DuplicateKeyException;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.bson.Document;
import org.progressledger.projectledger.AgencyEdit.Setting;

/**
 * What administrators changed about agencies: collection {@code agency_edits}, one document each, only ever added to. Its
 * {@code _id} is the edit's number, so of two who decide upon the same edits only one is taken; the other has to look again.
 */
public final class AgencyEdits {
    private static final int AT_ONCE = 64;

    private final MongoCollection<Document> stored;

    /** All that were read, in order. They stay as they are, so only later ones need to be asked for. */
    private volatile List<AgencyEdit> known = List.of();

    public AgencyEdits(MongoDatabase database) {
        this.stored = database.getCollection("agency_edits")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true).withWTimeout(10, TimeUnit.SECONDS))
                .withReadConcern(ReadConcern.MAJORITY);
    }

    /** Every edit there is, by number. */
    public List<AgencyEdit> all() {
        List<AgencyEdit> before = known;
        List<AgencyEdit> later = after(before.size(), 1);
        if (later.isEmpty()) {
            return before;
        }
        List<AgencyEdit> all = new ArrayList<>(before);
        while (!later.isEmpty()) {
            all.addAll(later);
            later = after(all.size(), AT_ONCE);
        }
        List<AgencyEdit> read = List.copyOf(all);
        known = read;
        return read;
    }

    /** Numbers are dense and are asked for one by one: both servers find them by the primary index. */
    private List<AgencyEdit> after(long number, int most) {
        List<Long> next =
                LongStream.rangeClosed(number + 1, number + most).boxed().toList();
        List<AgencyEdit> found =
                stored.find(Filters.in("_id", next)).map(AgencyEdits::read).into(new ArrayList<>());
        found.sort(Comparator.comparingLong(AgencyEdit::number));
        // what is added while a batch is read may come without its predecessor
        int dense = 0;
        while (dense < found.size() && found.get(dense).number() == number + 1 + dense) {
            dense++;
        }
        return found.subList(0, dense);
    }

    /** @return false if the number is taken: others changed something meanwhile */
    public boolean add(AgencyEdit edit) {
        try {
            stored.insertOne(write(edit));
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw refused;
        }
    }

    private static Document write(AgencyEdit edit) {
        return new Document("_id", edit.number())
                .append("code", edit.code())
                .append("before", write(edit.before()))
                .append("after", write(edit.after()))
                .append("reason", edit.reason())
                .append("by", edit.by())
                .append("at", Date.from(edit.at()));
    }

    private static Document write(Setting setting) {
        return new Document("name", setting.name()).append("belongsTo", setting.belongsTo());
    }

    private static AgencyEdit read(Document document) {
        return new AgencyEdit(
                document.getLong("_id"),
                document.getString("code"),
                setting(document.get("before", Document.class)),
                setting(document.get("after", Document.class)),
                document.getString("reason"),
                document.getString("by"),
                document.getDate("at").toInstant());
    }

    private static Setting setting(Document document) {
        return new Setting(document.getString("name"), document.getString("belongsTo"));
    }
}
