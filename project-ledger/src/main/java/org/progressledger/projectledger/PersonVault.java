package org.progressledger.projectledger;

import com.mongodb.DuplicateKeyException;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.EventJson;
import org.progressledger.events.PersonalData;

/**
 * Seals what is told of a person under a key of that person's own. Without the key no event tells of the person any more,
 * and the ledger stays whole: the ledger forgets a person by deleting one key. Kept printouts are sealed as a whole, under
 * the master key: they name the person until they are deleted themselves.
 *
 * <p>Keys stand in the collection {@code person_keys}, wrapped by the master key. The same name gets the same key; it is
 * found by a keyed fingerprint, so that the collection tells no names.
 */
public final class PersonVault {
    private static final int KEY_BYTES = 32;
    private static final int ID_BYTES = 12;
    private static final String LOOKUP = "person-lookup";
    private static final String CHECK = "key-check";
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");

    private final MongoCollection<Document> keys;
    private final MasterKey master;

    private PersonVault(MongoCollection<Document> keys, MasterKey master) {
        this.keys = keys;
        this.master = master;
    }

    /**
     * @throws IllegalStateException if the keys in the database are wrapped by another master key
     */
    public static PersonVault open(MongoDatabase database, MasterKey master) {
        MongoCollection<Document> keys = database.getCollection("person_keys")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true).withWTimeout(10, TimeUnit.SECONDS))
                .withReadConcern(ReadConcern.MAJORITY);
        keys.createIndex(
                Indexes.ascending("lookup"), new IndexOptions().unique(true).name("lookup"));
        PersonVault vault = new PersonVault(keys, master);
        vault.refuseAnotherMasterKey();
        return vault;
    }

    private void refuseAnotherMasterKey() {
        String ours = master.fingerprint(CHECK, CHECK);
        Document stored = byLookup(CHECK);
        if (stored == null) {
            insert(new Document("_id", CHECK).append("lookup", CHECK).append("fingerprint", ours));
            stored = byLookup(CHECK);
        }
        if (stored == null || !ours.equals(stored.getString("fingerprint"))) {
            throw new IllegalStateException(
                    "The person keys in this database belong to another master key: restore the key file that belongs to it");
        }
    }

    /** Sealed for an event, under the person's key, which is made when the name is new. */
    public PersonalData seal(Person person) {
        Document key = keyOf(person);
        String id = key.getString("_id");
        byte[] clear = EventJson.mapper().writeValueAsString(person).getBytes(StandardCharsets.UTF_8);
        byte[] sealed = MasterKey.seal(unwrapped(key), clear, id);
        return new PersonalData(id, Base64.getEncoder().encodeToString(sealed));
    }

    /** In clear; empty once the person's key was deleted. */
    public Optional<Person> open(PersonalData data) {
        Document key = keys.find(Filters.eq("_id", data.person())).first();
        if (key == null) {
            return Optional.empty();
        }
        byte[] clear = MasterKey.open(unwrapped(key), Base64.getDecoder().decode(data.sealed()), data.person());
        return Optional.of(EventJson.mapper().readValue(new String(clear, StandardCharsets.UTF_8), Person.class));
    }

    private Document keyOf(Person person) {
        String lookup = master.fingerprint(LOOKUP, normalised(person.name()));
        Document known = byLookup(lookup);
        if (known != null) {
            return known;
        }
        String id = "p-" + HexFormat.of().formatHex(MasterKey.randomBytes(ID_BYTES));
        Binary wrapped = new Binary(master.seal(MasterKey.randomBytes(KEY_BYTES), id));
        insert(new Document("_id", id).append("lookup", lookup).append("wrapped", wrapped));
        Document made = byLookup(lookup);
        if (made == null) {
            throw new IllegalStateException("A person's key was made and is not there");
        }
        return made;
    }

    /** Of two who make a key for the same name at once the first wins; the other uses that one. */
    private void insert(Document key) {
        try {
            keys.insertOne(key);
        } catch (DuplicateKeyException anotherWasFirst) {
            // read by the caller
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw refused;
            }
        }
    }

    private @Nullable Document byLookup(String lookup) {
        return keys.find(Filters.eq("lookup", lookup)).first();
    }

    private byte[] unwrapped(Document key) {
        return master.open(key.get("wrapped", Binary.class).getData(), key.getString("_id"));
    }

    /** NFKC makes one of the two spellings of sara am and of the kinds of space that Thai forms hold. */
    private static String normalised(String name) {
        return INVISIBLE
                .matcher(Normalizer.normalize(name, Normalizer.Form.NFKC))
                .replaceAll("")
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
