package org.progressledger.ledger;

import java.nio.charset.StandardCharsets;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The metadata values of an envelope whose form and hash were checked; read only when somebody asks for them. */
final class EnvelopeValues extends AbstractMap<String, Object> {

    private final String envelope;
    private final int bytesBefore;
    private @Nullable Map<String, Object> values; // may be read twice by two threads, who find the same

    /** @param bytesBefore of UTF-8 before the values, which end one byte before the envelope does */
    EnvelopeValues(String envelope, int bytesBefore) {
        this.envelope = envelope;
        this.bytesBefore = bytesBefore;
    }

    private Map<String, Object> read() {
        Map<String, Object> known = values;
        if (known == null) {
            byte[] json = envelope.getBytes(StandardCharsets.UTF_8);
            known = Envelope.values(json, bytesBefore, json.length - bytesBefore - 1);
            values = known;
        }
        return known;
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        return read().entrySet();
    }

    @Override
    public boolean containsKey(Object key) {
        return read().containsKey(key);
    }

    @Override
    public @Nullable Object get(Object key) {
        return read().get(key);
    }
}
