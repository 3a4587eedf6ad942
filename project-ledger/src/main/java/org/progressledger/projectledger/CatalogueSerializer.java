package org.progressledger.projectledger;

import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.progressledger.events.EventCatalogue;
import org.progressledger.events.EventJson;
import org.progressledger.events.ProjectEvent;
import org.progressledger.events.UnknownEventException;

/**
 * Lets Axon store events under the catalogue's names instead of class names. Anything that is not an event goes to
 * Axon's own Jackson serializer; an event that the catalogue does not know stops the reader.
 */
public final class CatalogueSerializer implements Serializer {
    private final Jackson3Serializer others;

    public CatalogueSerializer(Jackson3Serializer others) {
        this.others = others;
    }

    @Override
    public <T> SerializedObject<T> serialize(Object object, Class<T> expected) {
        if (object instanceof ProjectEvent event) {
            T json = others.getConverter().convert(EventJson.write(event), expected);
            return new SimpleSerializedObject<>(json, expected, typeForClass(event.getClass()));
        }
        return others.serialize(object, expected);
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> expected) {
        return others.canSerializeTo(expected);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <S, T> T deserialize(SerializedObject<S> stored) {
        SerializedType type = stored.getType();
        if (isEvent(type)) {
            String json = others.getConverter().convert(stored, String.class).getData();
            return (T) EventJson.read(type.getName(), type.getRevision(), json);
        }
        return others.deserialize(stored);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class classForType(SerializedType type) {
        if (isEvent(type)) {
            return EventCatalogue.named(type.getName())
                    .filter(known -> known.knows(type.getRevision()))
                    .orElseThrow(() -> new UnknownEventException(type.getName(), type.getRevision()))
                    .type();
        }
        return others.classForType(type);
    }

    /** Class names hold dots and stored names never do; the empty type is Axon's word for nothing. */
    private static boolean isEvent(SerializedType type) {
        return !type.getName().contains(".")
                && !type.getName().equals(SerializedType.emptyType().getName());
    }

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"})
    public SerializedType typeForClass(Class type) {
        if (type != null && ProjectEvent.class.isAssignableFrom(type)) {
            return EventCatalogue.ofType((Class<? extends ProjectEvent>) type)
                    .map(entry -> new SimpleSerializedType(entry.storedName(), entry.revision()))
                    .orElseThrow();
        }
        return others.typeForClass(type);
    }

    @Override
    public Converter getConverter() {
        return others.getConverter();
    }
}
