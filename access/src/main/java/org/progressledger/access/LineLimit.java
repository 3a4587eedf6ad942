package org.progressledger.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * How many lines the security log takes: so many of one kind about one caller in a window, and so many of it in all, so
 * that neither one caller in a loop nor many together fill the disk. It remembers a bounded number of callers.
 *
 * <p>What was left out is told when the next event comes after the window's end, or at the end of the service. There is
 * no thread that waits for it: the counters show it in the meantime.
 */
final class LineLimit {

    /** Stands for all callers together. */
    static final String ALL = "all";

    /** An event with its reason: many wrong passwords must not hide that a caller was stopped. */
    record Kind(SecurityEvent event, String reason) {}

    private record Key(Kind kind, String caller) {}

    private static final class Window {
        private final long began;
        private long lines;
        private long leftOut;

        Window(long began) {
            this.began = began;
        }
    }

    /** So many lines of a kind about a caller were not written. */
    record LeftOut(Kind kind, String caller, long lines) {}

    /**
     * @param written whether the line may be written
     * @param ended what was left out in windows that are over
     */
    record Admission(boolean written, List<LeftOut> ended) {}

    // in the order in which the windows began, which is also that in which they end
    private final LinkedHashMap<Key, Window> byCaller = new LinkedHashMap<>();
    private final Map<Kind, Window> inAll = new HashMap<>();
    private final SecurityLogSettings settings;
    private final LongSupplier nanoTime;

    LineLimit(SecurityLogSettings settings, LongSupplier nanoTime) {
        this.settings = settings;
        this.nanoTime = nanoTime;
    }

    /**
     * Asks for one line.
     *
     * @param callers everyone whom the line is about: each must have a line left
     */
    synchronized Admission admit(Kind kind, Set<String> callers) {
        long now = nanoTime.getAsLong();
        List<LeftOut> ended = new ArrayList<>();
        end(now, ended);
        Window all = inAll.computeIfAbsent(kind, first -> new Window(now));
        if (all.lines >= settings.linesInAll()) {
            all.leftOut++;
            return new Admission(false, ended);
        }
        // looked at before anything is kept, or a caller who is refused could make it forget the others
        for (String caller : callers) {
            Window window = byCaller.get(new Key(kind, caller));
            if (window != null && window.lines >= settings.linesPerCaller()) {
                window.leftOut++;
                return new Admission(false, ended);
            }
        }
        for (String caller : callers) {
            byCaller.computeIfAbsent(new Key(kind, caller), first -> new Window(now)).lines++;
        }
        all.lines++;
        forgetBeyondTheBound(ended);
        return new Admission(true, ended);
    }

    /** What was left out so far, for the last words of the service; counting begins anew. */
    synchronized List<LeftOut> close() {
        List<LeftOut> ended = new ArrayList<>();
        byCaller.forEach((key, window) -> tell(key, window, ended));
        inAll.forEach((kind, window) -> tell(new Key(kind, ALL), window, ended));
        byCaller.clear();
        inAll.clear();
        return ended;
    }

    synchronized int remembered() {
        return byCaller.size();
    }

    private void end(long now, List<LeftOut> ended) {
        long length = settings.window().toNanos();
        Iterator<Map.Entry<Key, Window>> oldest = byCaller.entrySet().iterator();
        while (oldest.hasNext()) {
            Map.Entry<Key, Window> each = oldest.next();
            if (now - each.getValue().began < length) {
                break;
            }
            tell(each.getKey(), each.getValue(), ended);
            oldest.remove();
        }
        inAll.entrySet().removeIf(each -> {
            boolean over = now - each.getValue().began >= length;
            if (over) {
                tell(new Key(each.getKey(), ALL), each.getValue(), ended);
            }
            return over;
        });
    }

    private void forgetBeyondTheBound(List<LeftOut> ended) {
        Iterator<Map.Entry<Key, Window>> oldest = byCaller.entrySet().iterator();
        while (byCaller.size() > settings.callersAtMost()) {
            Map.Entry<Key, Window> each = oldest.next();
            tell(each.getKey(), each.getValue(), ended);
            oldest.remove();
        }
    }

    private static void tell(Key key, Window window, List<LeftOut> ended) {
        if (window.leftOut > 0) {
            ended.add(new LeftOut(key.kind(), key.caller(), window.leftOut));
        }
    }
}
