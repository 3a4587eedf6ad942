package org.progressledger.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Prints whose code the threads of a recording ran, as shares of its samples. Argument: a file of Java Flight Recorder. */
final class WhereTimeGoes {

    private record Kind(String name, List<String> prefixes) {}

    /** The innermost frame of any of these decides. */
    private static final List<Kind> KINDS = List.of(
            new Kind("SHA-256", List.of("sun.security.provider.SHA", "sun.security.provider.DigestBase")),
            new Kind("random salts", List.of("sun.security.provider.NativePRNG", "java.security.SecureRandom")),
            new Kind("socket", List.of("sun.nio.ch.", "java.net.Socket")),
            new Kind("driver", List.of("com.mongodb.", "org.bson.")),
            new Kind("this ledger", List.of("org.progressledger.ledger.")),
            new Kind("Axon and Jackson", List.of("org.axonframework.", "tools.jackson.")),
            new Kind("benchmark", List.of("org.progressledger.bench.")));

    private WhereTimeGoes() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, Integer> samples = new TreeMap<>();
        try (RecordingFile recording = new RecordingFile(Path.of(arguments[0]))) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                if (event.getEventType().getName().equals("jdk.ExecutionSample")) {
                    samples.merge(kind(event), 1, Integer::sum);
                }
            }
        }
        int all = Math.max(
                1, samples.values().stream().mapToInt(Integer::intValue).sum());
        samples.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(kind -> System.out.printf("| %s | %d %% |%n", kind.getKey(), 100 * kind.getValue() / all));
        System.out.printf("%d samples%n", all);
    }

    private static String kind(RecordedEvent sample) {
        if (sample.getStackTrace() == null) {
            return "elsewhere";
        }
        for (RecordedFrame frame : sample.getStackTrace().getFrames()) {
            String type = frame.getMethod().getType().getName();
            for (Kind kind : KINDS) {
                if (kind.prefixes().stream().anyMatch(type::startsWith)) {
                    return kind.name();
                }
            }
        }
        return "elsewhere";
    }
}
