package org.progressledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    private static final String[] CHARACTERS = {
        "\u0000",
        "\b",
        "\t",
        "\n",
        "\u000b",
        "\f",
        "\r",
        "\u001f",
        " ",
        "\"",
        "\\",
        "/",
        "a",
        "Z",
        "\u007f",
        "\u0080",
        "é",
        "ก",
        "ำ",
        "\u2028",
        "\ufb33",
        "\ufffd",
        "😀",
        "\udbff\udfff"
    };

    @Test
    void escapes_what_rfc_8785_escapes_and_nothing_else() {
        assertThat(CanonicalJson.write("€$\u000f\nA'B\"\\\\\"/\u007f\b\t\f\r\u0000"))
                .isEqualTo("\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\u007f\\b\\t\\f\\r\\u0000\"");
    }

    @Test
    void sorts_names_by_utf_16_code_units() {
        Map<String, Object> names = new LinkedHashMap<>();
        for (String name : List.of("€", "\r", "\ufb33", "1", "😀", "\u0080", "ö")) {
            names.put(name, true);
        }
        assertThat(CanonicalJson.write(names))
                .isEqualTo(
                        "{\"\\r\":true,\"1\":true,\"\u0080\":true,\"ö\":true,\"€\":true,\"😀\":true,\"\ufb33\":true}");
    }

    @Test
    void writes_empty_lists_and_maps_and_nested_ones() {
        assertThat(CanonicalJson.write(Map.of("b", List.of(), "a", Map.of(), "c", List.of(1, -2L, Map.of("x", "y")))))
                .isEqualTo("{\"a\":{},\"b\":[],\"c\":[1,-2,{\"x\":\"y\"}]}");
    }

    @Test
    void agrees_with_another_implementation() throws Exception {
        Random random = new Random(8785);
        for (int i = 0; i < 500; i++) {
            String ours = CanonicalJson.write(map(random, 3));
            assertThat(new JsonCanonicalizer(ours).getEncodedString()).isEqualTo(ours);
            assertThat(CanonicalJson.write(Envelope.parse(ours))).isEqualTo(ours);
        }
    }

    @Test
    void refuses_what_has_no_single_form() {
        for (Object value : List.of(1.5, 1.0f, new java.math.BigDecimal("1.10"), 'c', new Object[0])) {
            assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.write(Map.of("v", value)));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.write("\ud83d"));
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.write(Map.of("\ude00", 1)));
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("v", null);
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.write(nothing));
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.write(Map.of(1, 1)));
    }

    @Test
    void takes_whole_numbers_up_to_where_every_reader_agrees() {
        assertThat(CanonicalJson.write(List.of(9007199254740991L, -9007199254740991L, BigInteger.TEN)))
                .isEqualTo("[9007199254740991,-9007199254740991,10]");
        for (Object number : List.of(9007199254740992L, -9007199254740992L, BigInteger.TWO.pow(64))) {
            assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.write(number));
        }
    }

    @Test
    void refuses_a_map_that_holds_itself() {
        Map<String, Object> endless = new HashMap<>();
        endless.put("again", endless);
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.copyOfMap(endless));
    }

    private static Map<String, Object> map(Random random, int depth) {
        Map<String, Object> map = new HashMap<>();
        int size = random.nextInt(5);
        for (int i = 0; i < size; i++) {
            map.put(text(random), value(random, depth));
        }
        return map;
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 5 : 3)) {
            case 0 -> text(random);
            case 1 -> random.nextBoolean();
            case 2 -> random.nextLong(-CanonicalJson.MAX_INTEGER, CanonicalJson.MAX_INTEGER);
            case 3 -> map(random, depth - 1);
            default -> {
                List<Object> list = new ArrayList<>();
                int size = random.nextInt(4);
                for (int i = 0; i < size; i++) {
                    list.add(value(random, depth - 1));
                }
                yield list;
            }
        };
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(6);
        for (int i = 0; i < length; i++) {
            text.append(CHARACTERS[random.nextInt(CHARACTERS.length)]);
        }
        return text.toString();
    }
}
