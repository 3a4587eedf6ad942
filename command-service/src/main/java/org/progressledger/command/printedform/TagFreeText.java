package org.progressledger.command.printedform;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** The source of a range with its tags dropped and its entities resolved; where a block begins or ends, a line ends. */
final class TagFreeText {
    private static final Set<String> INLINE =
            Set.of("a", "b", "i", "u", "s", "em", "strong", "span", "font", "small", "sub", "sup", "mark", "code");

    private TagFreeText() {}

    /** Whether the tag stands within a line; any other begins and ends a block. */
    static boolean isInline(String tagName) {
        return INLINE.contains(tagName.toLowerCase(Locale.ROOT));
    }

    static String of(Paper paper, int from, int to) {
        String source = paper.source(from, to);
        return paper.hasTags(from, to) ? withoutTags(source) : source;
    }

    /**
     * Read as XML, for there a parser keeps every word in its place; as HTML it would move text out of tables and
     * drop what it finds misplaced.
     */
    static String withoutTags(String source) {
        Document read = Parser.xmlParser().parseInput(source, "");
        StringBuilder text = new StringBuilder(source.length());
        NodeTraversor.traverse(
                new NodeVisitor() {
                    @Override
                    public void head(Node node, int depth) {
                        switch (node) {
                            case TextNode words -> text.append(words.getWholeText());
                            case DataNode words -> text.append(words.getWholeData());
                            default -> endLine(node);
                        }
                    }

                    @Override
                    public void tail(Node node, int depth) {
                        endLine(node);
                    }

                    private void endLine(Node node) {
                        if (node instanceof Element element && !isInline(element.tagName())) {
                            text.append('\n');
                        }
                    }
                },
                read);
        return text.toString();
    }
}
