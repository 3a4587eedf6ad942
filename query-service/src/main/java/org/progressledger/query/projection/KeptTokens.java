package org.progressledger.query.projection;

import com.mongodb.client.model.Filters;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** How far a processor has come, read without claiming it: another instance may be the one that follows. */
final class KeptTokens {
    private final TokensOf tokens;
    private final Serializer serializer;

    KeptTokens(TokensOf tokens, Serializer serializer) {
        this.tokens = tokens;
        this.serializer = serializer;
    }

    /** The position of each of the processor's segments; -1 before the first. */
    Map<Integer, Long> positions(String processor) {
        Map<Integer, Long> positions = new TreeMap<>();
        for (Document entry : tokens.trackingTokensCollection().find(Filters.eq("processorName", processor))) {
            positions.put(
                    entry.getInteger("segment"), position(token(entry.get("token"), entry.getString("tokenType"))));
        }
        return positions;
    }

    /** The last position behind a token; -1 before the first. */
    static long position(@Nullable TrackingToken token) {
        // a replay that has not begun calls itself position 0
        TrackingToken reached = token instanceof ReplayToken replay ? replay.getCurrentToken() : token;
        return reached == null ? -1 : reached.position().orElse(-1);
    }

    private @Nullable TrackingToken token(@Nullable Object stored, @Nullable String type) {
        if (stored == null || type == null) {
            return null;
        }
        return stored instanceof Binary bytes
                ? serializer.deserialize(new SimpleSerializedObject<>(bytes.getData(), byte[].class, type, null))
                : serializer.deserialize(new SimpleSerializedObject<>(stored.toString(), String.class, type, null));
    }
}
