package org.progressledger.access;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.progressledger.problems.ProblemException;

/** The accounts in the store: collection {@code accounts}, one document each, its {@code _id} the username. */
public final class Accounts {

    private static final String COLLECTION = "accounts";

    private final MongoCollection<Document> stored;
    private final Passwords passwords;
    private final Clock clock;
    private final List<BiConsumer<String, AccountChange>> listeners = new CopyOnWriteArrayList<>();
    private final Object lastAdminGuard = new Object();

    /**
     * @param database where the accounts are kept
     * @param clock tells when an account was made or changed
     */
    public Accounts(MongoDatabase database, Passwords passwords, Clock clock) {
        this.stored = database.getCollection(COLLECTION).withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.passwords = passwords;
        this.clock = clock;
    }

    Passwords passwords() {
        return passwords;
    }

    /** Calls the listener with the username after each change made through this object. */
    void whenChanged(BiConsumer<String, AccountChange> listener) {
        listeners.add(listener);
    }

    /** The account of this name; empty also for what can be no username. */
    public Optional<Account> find(String username) {
        if (!Account.USERNAME.matcher(username).matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(stored.find(Filters.eq(username)).first()).map(Accounts::read);
    }

    /** All accounts in the order of their names. */
    public List<Account> all() {
        List<Account> all = new ArrayList<>();
        stored.find().map(Accounts::read).into(all);
        all.sort(Comparator.comparing(Account::username));
        return all;
    }

    public boolean isEmpty() {
        return stored.find().limit(1).first() == null;
    }

    /**
     * Makes an account that may sign in at once.
     *
     * @throws ProblemException ACCOUNT_EXISTS, or what {@link Account} or the password's rules refuse
     */
    public Account add(String username, Role role, @Nullable String agency, List<String> scope, String password) {
        Account.check(username, role, scope);
        Instant now = now();
        Account account =
                new Account(username, role, agency, scope, passwords.hash(username, password), true, now, now);
        try {
            stored.insertOne(write(account));
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getError().getCode()) == ErrorCategory.DUPLICATE_KEY) {
                throw new ProblemException(AccessReason.ACCOUNT_EXISTS, Map.of("username", username)).causedBy(e);
            }
            throw e;
        }
        changed(username, AccountChange.CREATED);
        return account;
    }

    /**
     * @throws ProblemException ACCOUNT_NOT_FOUND, or what the password's rules refuse
     */
    public Account setPassword(String username, String password) {
        Bson update = Updates.set("passwordHash", passwords.hash(username, password));
        return change(username, update, AccountChange.PASSWORD_SET);
    }

    /**
     * @throws ProblemException ACCOUNT_NOT_FOUND, or LAST_ADMIN when nobody could administer any more
     */
    public Account setEnabled(String username, boolean enabled) {
        if (enabled) {
            return enable(username);
        }
        synchronized (lastAdminGuard) {
            Account account = known(username);
            if (account.role() == Role.ADMIN && noAdminBeside(username)) {
                throw new ProblemException(AccessReason.LAST_ADMIN);
            }
            Account disabled = change(username, Updates.set("enabled", false), AccountChange.DISABLED);
            if (account.role() == Role.ADMIN && noAdminBeside(username)) {
                // another service disabled the other one meanwhile: better both refused than nobody left
                enable(username);
                throw new ProblemException(AccessReason.LAST_ADMIN);
            }
            return disabled;
        }
    }

    private boolean noAdminBeside(String username) {
        return all().stream()
                .noneMatch(other -> other.role() == Role.ADMIN
                        && other.enabled()
                        && !other.username().equals(username));
    }

    private Account enable(String username) {
        return change(username, Updates.set("enabled", true), AccountChange.ENABLED);
    }

    private Account change(String username, Bson update, AccountChange change) {
        Bson dated = Updates.combine(update, Updates.set("changedAt", Date.from(now())));
        if (stored.updateOne(Filters.eq(username), dated).getMatchedCount() > 0) {
            changed(username, change);
        }
        return known(username);
    }

    private Account known(String username) {
        return find(username)
                .orElseThrow(() -> new ProblemException(AccessReason.ACCOUNT_NOT_FOUND, Map.of("username", username)));
    }

    private void changed(String username, AccountChange change) {
        listeners.forEach(listener -> listener.accept(username, change));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS); // what BSON keeps
    }

    private static Document write(Account account) {
        return new Document("_id", account.username())
                .append("role", account.role().name())
                .append("agency", account.agency())
                .append("scope", account.scope())
                .append("passwordHash", account.passwordHash())
                .append("enabled", account.enabled())
                .append("createdAt", Date.from(account.createdAt()))
                .append("changedAt", Date.from(account.changedAt()));
    }

    private static Account read(Document document) {
        return new Account(
                document.getString("_id"),
                Role.valueOf(document.getString("role")),
                document.getString("agency"),
                document.getList("scope", String.class),
                document.getString("passwordHash"),
                document.getBoolean("enabled"),
                document.getDate("createdAt").toInstant(),
                document.getDate("changedAt").toInstant());
    }
}
