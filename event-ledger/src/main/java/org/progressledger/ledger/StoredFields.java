package org.progressledger.ledger;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonType;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** Fields of a stored document, each of exactly the type that was written, or {@link LedgerDamaged}. */
final class StoredFields {

    private static final int SHA256_DIGITS = 64;

    private final BsonDocument document;
    private final long position;
    private final String path;
    private final Set<String> asked = new HashSet<>();

    StoredFields(BsonDocument document, long position, String path) {
        this.document = document;
        this.position = position;
        this.path = path;
    }

    String text(String field) {
        return value(field, BsonType.STRING).asString().getValue();
    }

    @Nullable
    String optionalText(String field) {
        asked.add(field);
        return document.containsKey(field) ? text(field) : null;
    }

    String hash(String field) {
        String hex = text(field);
        if (hex.length() != SHA256_DIGITS || !hex.chars().allMatch(StoredFields::isLowerHex)) {
            throw damaged(field, "not 64 lower-case hexadecimal digits");
        }
        return hex;
    }

    private static boolean isLowerHex(int character) {
        return character >= '0' && character <= '9' || character >= 'a' && character <= 'f';
    }

    long number(String field) {
        return value(field, BsonType.INT64).asInt64().getValue();
    }

    Instant instant(String field) {
        Instant instant = Instant.ofEpochMilli(
                value(field, BsonType.DATE_TIME).asDateTime().getValue());
        try {
            Rfc3339.format(instant);
        } catch (IllegalArgumentException e) {
            throw damaged(field, String.valueOf(e.getMessage()));
        }
        return instant;
    }

    List<String> texts(String field) {
        return value(field, BsonType.ARRAY).asArray().stream()
                .map(value -> {
                    if (!value.isString()) {
                        throw damaged(field, "holds a " + value.getBsonType());
                    }
                    return value.asString().getValue();
                })
                .toList();
    }

    List<StoredFields> documents(String field) {
        List<BsonValue> values = value(field, BsonType.ARRAY).asArray();
        return IntStream.range(0, values.size())
                .mapToObj(i -> {
                    if (!values.get(i).isDocument()) {
                        throw damaged(field, "holds a " + values.get(i).getBsonType());
                    }
                    return new StoredFields(values.get(i).asDocument(), position + i, path + field + '.' + i + '.');
                })
                .toList();
    }

    /** Refuses fields that nobody asked for: they would be covered by nothing. */
    void nothingElse() {
        for (String field : document.keySet()) {
            if (!asked.contains(field)) {
                throw damaged(field, "no such field is ever written");
            }
        }
    }

    LedgerDamaged damaged(String field, String reason) {
        return new LedgerDamaged(position, path + field, reason);
    }

    /** The same position, but a field of the commit that the event is in. */
    LedgerDamaged damagedCommit(String field, String reason) {
        return new LedgerDamaged(position, field, reason);
    }

    private BsonValue value(String field, BsonType type) {
        asked.add(field);
        BsonValue value = document.get(field);
        if (value == null) {
            throw damaged(field, "missing");
        }
        if (value.getBsonType() != type) {
            throw damaged(field, "is a %s, not a %s".formatted(value.getBsonType(), type));
        }
        return value;
    }
}
