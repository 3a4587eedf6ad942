package org.progressledger.query.rawevents;

import java.io.StringWriter;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** JSON with a line for each value, for people; every value as it was stored, digit by digit. */
final class PrettyJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private PrettyJson() {}

    /** The text itself where it is no JSON. */
    static String of(String stored) {
        StringWriter pretty = new StringWriter();
        try (JsonParser parser = MAPPER.createParser(stored);
                JsonGenerator generator =
                        MAPPER.writerWithDefaultPrettyPrinter().createGenerator(pretty)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isNumeric()) {
                    // read as a number, 10.00 might be written as 10.0
                    generator.writeNumber(parser.getString());
                } else {
                    generator.copyCurrentEvent(parser);
                }
            }
        } catch (JacksonException none) {
            return stored;
        }
        return pretty.getBuffer().isEmpty() ? stored : pretty.toString();
    }
}
