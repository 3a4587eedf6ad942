package org.progressledger.projectledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.progressledger.events.EventJson;

/** What lies inside the sealed text of an event is stored for ever, like the event itself. */
class PersonJsonTest {
    private static final String FULL =
            "{\"name\":\"สมหญิง ใจดี\",\"phone\":\"1519\",\"asPrinted\":\"สมหญิง ใจดี โทร. 1519\"}";
    private static final String BARE = "{\"name\":\"สมหญิง ใจดี\"}";

    @Test
    void is_written_and_read_as_it_was_before() {
        Person full = new Person("สมหญิง ใจดี", "1519", "สมหญิง ใจดี โทร. 1519");
        Person bare = new Person("สมหญิง ใจดี", null, null);

        assertThat(EventJson.mapper().writeValueAsString(full)).isEqualTo(FULL);
        assertThat(EventJson.mapper().writeValueAsString(bare)).isEqualTo(BARE);
        assertThat(EventJson.mapper().readValue(FULL, Person.class)).isEqualTo(full);
        assertThat(EventJson.mapper().readValue(BARE, Person.class)).isEqualTo(bare);
    }
}
