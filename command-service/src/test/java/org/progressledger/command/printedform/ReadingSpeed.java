package org.progressledger.command.printedform;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;

/** A program, not a test: what reading costs, in processor time and memory of one thread. See {@code scripts/measure-reading}. */
final class ReadingSpeed {
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final ReadLimits LIMITS = new ReadLimits(64 << 20, 1_000_000, 4_000_000, 100_000, 4_000_000);

    private ReadingSpeed() {}

    public static void main(String[] arguments) {
        int largest = Integer.parseInt(arguments[0]);
        for (int i = 0; i < 3; i++) {
            measure(form(largest / 4));
        }
        System.out.printf("%-28s %10s %10s %12s %14s%n", "", "KB", "CPU ms", "ms per KB", "MB allocated");
        for (int reports = largest / 8; reports <= largest; reports *= 2) {
            tell(reports + " reports", form(reports));
        }
        String[] harmful = {
            "\n",
            ":: ",
            "<p>",
            "<p \"",
            "</p>",
            "&#58;",
            "= ",
            "\f1\n",
            "รายงานครั้งที่1\n",
            "\u0E48",
            ":: 1/1/2564 : ",
            "ความก้าวหน้าของงาน = ",
            "1 มกราคม 2564 ",
            "หนังสือที่ กท 1/1 ",
            "ชะลอ",
            "รอผลอุทธรณ์"
        };
        for (String repeated : harmful) {
            for (int length = 50_000; length <= 200_000; length *= 4) {
                String words = repeated.repeat(length / repeated.length());
                tell(
                        repeated.replace("\n", "\\n").replace("\f", "\\f") + " x " + length / repeated.length(),
                        form(3).replace("ดำเนินการ 2", words));
            }
        }
    }

    private static void tell(String what, String form) {
        double[] best = {Double.MAX_VALUE, 0};
        for (int i = 0; i < 3; i++) {
            double[] one = measure(form);
            best = one[0] < best[0] ? one : best;
        }
        double kilobytes = form.getBytes(StandardCharsets.UTF_8).length / 1024.0;
        System.out.printf(
                "%-28s %10.0f %10.0f %12.3f %14.0f%n", what, kilobytes, best[0], best[0] / kilobytes, best[1]);
    }

    private static double[] measure(String form) {
        byte[] bytes = form.getBytes(StandardCharsets.UTF_8);
        long allocated = THREAD.getCurrentThreadAllocatedBytes();
        long began = THREAD.getCurrentThreadCpuTime();
        PrintedFormReader.read(bytes, null, LIMITS);
        return new double[] {
            (THREAD.getCurrentThreadCpuTime() - began) / 1e6,
            (THREAD.getCurrentThreadAllocatedBytes() - allocated) / 1048576.0
        };
    }

    private static String form(int reports) {
        Sheet sheet = DamageTest.sheet(0);
        StringBuilder form = new StringBuilder(sheet.head);
        for (int n = 1; n <= reports; n++) {
            String letter = n % 4 == 0 ? " ตามหนังสือที่ กท 8401/" + n + " ลว.22 เมษายน 2564" : "";
            form.append("รายงานครั้งที่%d\t:: %02d/%02d/2564 : ดำเนินการ %d%s\n"
                    .formatted(n, 1 + n % 28, 1 + n % 12, n, letter));
            form.append(
                    "\t:: ความก้าวหน้าของงานฯ = %d.00 %% งบประมาณที่เบิกใช้ (ครั้งที่ %d) = %d บาท\t: เป็นไปตามแผน\t: เป็นไปตามเป้าหมาย\n"
                            .formatted(n * 100 / reports, n, n));
            if (n % 12 == 0) {
                form.append("\n\n").append(Hand.TITLE).append("\n\n");
            }
        }
        return form.append(sheet.tail).toString();
    }
}
