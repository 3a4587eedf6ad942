package org.progressledger.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One of the two printouts, and what a person wrote down who read it.
 *
 * @param officer the demo account of its agency
 * @param expected {@code paper/CODE.json}, written by hand from the paper
 */
record Samples(String code, String officer, JsonNode expected) {
    static final Samples DISTRICT = of("50470000-3298", "officer-5047");
    static final Samples COUNCIL = of("01000000-2462", "officer-0100");

    private static Samples of(String code, String officer) {
        try (InputStream in = Samples.class.getResourceAsStream("/paper/" + code + ".json")) {
            return new Samples(code, officer, Answer.JSON.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes() {
        try {
            return Files.readAllBytes(Path.of(System.getProperty("project.root", ".."), "samples", code + ".txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        return new String(bytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    List<String> lines() {
        return text().lines().toList();
    }

    /** What stands on these lines, {@code [[first,last]...]} counted from 1. */
    String on(JsonNode ranges) {
        StringBuilder found = new StringBuilder();
        for (JsonNode range : ranges) {
            for (int line = range.get(0).asInt(); line <= range.get(1).asInt(); line++) {
                found.append(lines().get(line - 1)).append('\n');
            }
        }
        return found.toString();
    }

    String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Imports it the way its officer would: look, compare, confirm everything. */
    Answer importInto(RunningSystem system) {
        Client person = system.as(officer);
        JsonNode draft = person.importPrintout(bytes()).ok().json();
        return person.confirmAll(draft).ok();
    }

    @Override
    public String toString() {
        return code;
    }
}
