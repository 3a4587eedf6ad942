package org.progressledger.bench.city;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/** What a recording of Java Flight Recorder says of where the service's time went. */
final class Profile {
    /** The first of these that the name of a frame's class begins with says what was done. */
    private static final Map<String, String> DOES = does();

    private final Map<String, Integer> samples = new HashMap<>();
    private final Map<String, Double> threads = new HashMap<>();
    private int collections;
    private Duration paused = Duration.ZERO;
    private Duration longest = Duration.ZERO;

    private static Map<String, String> does() {
        Map<String, String> does = new LinkedHashMap<>();
        does.put("com.mongodb", "asking the server (driver)");
        does.put("org.bson", "asking the server (BSON)");
        does.put("tools.jackson", "JSON");
        does.put("com.fasterxml.jackson", "JSON");
        does.put("org.progressledger.ledger", "reading the ledger (hashes, decoding)");
        does.put("org.progressledger.events", "folding");
        does.put("org.pcollections", "folding");
        does.put("org.progressledger", "our own, the rest");
        does.put("org.apache", "Tomcat");
        does.put("org.springframework", "Spring");
        does.put("org.axonframework", "following the ledger (Axon)");
        does.put("io.micrometer", "metrics");
        return does;
    }

    static Profile of(Path recording) throws IOException {
        Profile profile = new Profile();
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                profile.add(file.readEvent());
            }
        }
        return profile;
    }

    private void add(RecordedEvent event) {
        switch (event.getEventType().getName()) {
            case "jdk.ExecutionSample" -> samples.merge(what(event), 1, Integer::sum);
            case "jdk.ThreadCPULoad" ->
                threads.merge(
                        thread(event.getThread()),
                        (double) event.getFloat("user") + event.getFloat("system"),
                        Double::sum);
            case "jdk.GarbageCollection" -> {
                collections++;
                paused = paused.plus(event.getDuration("sumOfPauses"));
                Duration one = event.getDuration("longestPause");
                longest = one.compareTo(longest) > 0 ? one : longest;
            }
            default -> {}
        }
    }

    private static String what(RecordedEvent event) {
        if (event.getStackTrace() == null) {
            return "?";
        }
        for (RecordedFrame frame : event.getStackTrace().getFrames()) {
            String name = frame.getMethod().getType().getName();
            if (name.startsWith("java.util.zip")) {
                return "compressing answers";
            }
            for (Map.Entry<String, String> one : DOES.entrySet()) {
                if (name.startsWith(one.getKey())) {
                    return one.getValue();
                }
            }
        }
        return "the JDK alone";
    }

    private static String thread(@Nullable RecordedThread thread) {
        String name = thread == null
                ? "?"
                : Objects.requireNonNullElse(thread.getJavaName(), Objects.requireNonNullElse(thread.getOSName(), "?"));
        return name.replaceAll("[0-9]+", "n");
    }

    void print() {
        int all = samples.values().stream().mapToInt(Integer::intValue).sum();
        System.out.printf("%n| share of the service's samples (%,d) | what |%n|---|---|%n", all);
        samples.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .filter(one -> one.getValue() * 100 >= all)
                .forEach(one -> System.out.printf("| %d %% | %s |%n", one.getValue() * 100 / all, one.getKey()));
        double whole =
                threads.values().stream().mapToDouble(Double::doubleValue).sum();
        System.out.printf("%n| share of the service's processor time | threads |%n|---|---|%n");
        threads.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .filter(one -> one.getValue() > whole / 50)
                .forEach(one -> System.out.printf("| %.0f %% | %s |%n", one.getValue() * 100 / whole, one.getKey()));
        System.out.printf(
                "%n%d garbage collections, %d ms of pauses together, the longest %d ms%n",
                collections, paused.toMillis(), longest.toMillis());
    }
}
