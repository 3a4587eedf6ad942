package org.progressledger.ledger.axon;

import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;

/** The serializer of the payloads; metadata the ledger hands over as it is, for the ledger keeps it as its own JSON. */
final class RecordedMetaDataSerializer implements Serializer {

    static final SerializedType RECORDED_META_DATA = new RecordedEvent.StoredType("ledger:metadata", null);

    private final Serializer payloads;

    RecordedMetaDataSerializer(Serializer payloads) {
        this.payloads = payloads;
    }

    @Override
    public <T> SerializedObject<T> serialize(Object object, Class<T> expectedRepresentation) {
        return payloads.serialize(object, expectedRepresentation);
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> expectedRepresentation) {
        return payloads.canSerializeTo(expectedRepresentation);
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as Axon declares it
    public <S, T> T deserialize(SerializedObject<S> serializedObject) {
        return isRecordedMetaData(serializedObject.getType())
                ? (T) serializedObject.getData()
                : payloads.deserialize(serializedObject);
    }

    @Override
    @SuppressWarnings("rawtypes") // as Axon declares it
    public Class classForType(SerializedType type) {
        return isRecordedMetaData(type) ? MetaData.class : payloads.classForType(type);
    }

    @Override
    @SuppressWarnings("rawtypes") // as Axon declares it
    public SerializedType typeForClass(Class type) {
        return payloads.typeForClass(type);
    }

    @Override
    public Converter getConverter() {
        return payloads.getConverter();
    }

    private static boolean isRecordedMetaData(SerializedType type) {
        return type.getName().equals(RECORDED_META_DATA.getName());
    }
}
