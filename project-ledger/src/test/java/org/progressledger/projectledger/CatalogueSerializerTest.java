package org.progressledger.projectledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.progressledger.events.ActivityHeld;
import org.progressledger.events.EventCatalogue;
import org.progressledger.events.EventJson;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.UnknownEventException;

class CatalogueSerializerTest {
    private static final ActivityHeld HELD =
            new ActivityHeld(ProjectCode.of("50470000-3298"), LocalDate.parse("2021-01-28"), "ประชุม \"เครือข่าย\" 😀");

    private final CatalogueSerializer serializer =
            new CatalogueSerializer(Jackson3Serializer.builder().build());

    @ParameterizedTest
    @EnumSource(EventCatalogue.class)
    void every_fact_is_stored_under_its_name_in_the_catalogue(EventCatalogue entry) {
        SerializedType type = serializer.typeForClass(entry.type());

        assertThat(type.getName()).isEqualTo(entry.storedName()).doesNotContain(".");
        assertThat(type.getRevision()).isEqualTo(entry.revision());
        assertThat(serializer.classForType(type)).isEqualTo(entry.type());
    }

    @Test
    void a_fact_is_stored_as_the_exact_json_of_the_catalogue_and_read_again() {
        SerializedObject<String> stored = serializer.serialize(HELD, String.class);

        assertThat(stored.getData()).isEqualTo(EventJson.write(HELD));
        assertThat(stored.getType().getName()).isEqualTo("activity-held");
        assertThat(serializer.<String, Object>deserialize(stored)).isEqualTo(HELD);
        SerializedObject<byte[]> bytes = serializer.serialize(HELD, byte[].class);
        assertThat(serializer.<byte[], Object>deserialize(bytes)).isEqualTo(HELD);
    }

    @Test
    void an_unknown_name_or_revision_stops_the_reader() {
        String json = EventJson.write(HELD);
        for (SerializedType unknown : new SerializedType[] {
            new SimpleSerializedType("activity-held", "99"),
            new SimpleSerializedType("activity-held", null),
            new SimpleSerializedType("activity-moved", "1")
        }) {
            assertThatThrownBy(() -> serializer.classForType(unknown)).isInstanceOf(UnknownEventException.class);
            assertThatThrownBy(() -> serializer.deserialize(new SimpleSerializedObject<>(json, String.class, unknown)))
                    .isInstanceOf(UnknownEventException.class);
        }
    }

    @Test
    void what_is_no_fact_goes_to_axon_s_own_serializer() {
        MetaData metadata = MetaData.from(Map.of("actor", "officer"));
        SerializedObject<String> stored = serializer.serialize(metadata, String.class);

        assertThat(stored.getType().getName()).isEqualTo(MetaData.class.getName());
        assertThat(serializer.<String, Object>deserialize(stored)).isEqualTo(metadata);
        SerializedObject<String> nothing = serializer.serialize(null, String.class);
        assertThat(serializer.<String, Object>deserialize(nothing)).isNull();
        assertThat(serializer.typeForClass(null)).isEqualTo(SerializedType.emptyType());
    }
}
