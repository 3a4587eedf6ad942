package org.progressledger.command.printedform;

/** How like two labels are: the letters alone count, so dots, spaces and slashes may come and go. */
final class Likeness {
    private static final int LONGEST = 120;
    /** Nobody asks how different two labels are beyond this share of wrong letters. */
    private static final double FAR = 0.3;

    private Likeness() {}

    /** Letters and their marks; neither digits, punctuation, white space nor the sign of abbreviation. */
    static String letters(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != 'ฯ' && (Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK)) {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    /** Edits per character of the longer one: 0.0 for the same letters; 1.0 for too long, or far too different in length. */
    static double difference(String letters, String others) {
        int longer = Math.max(letters.length(), others.length());
        int lengths = Math.abs(letters.length() - others.length());
        if (longer == 0 || longer > LONGEST || (double) lengths / longer > FAR) {
            return 1.0;
        }
        return (double) edits(letters, others) / longer;
    }

    /** The Levenshtein distance. */
    static int edits(CharSequence from, CharSequence to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int above = row[j];
                int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(above, row[j - 1]));
                diagonal = above;
            }
        }
        return row[to.length()];
    }
}
