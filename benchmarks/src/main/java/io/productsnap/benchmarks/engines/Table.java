package io.productsnap.benchmarks.engines;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Rows of figures, in Markdown; the first column is what each is about. */
final class Table {

    private final List<String> lines = new ArrayList<>();

    Table(String... figures) {
        row("", figures);
        lines.add("|---" + "|--:".repeat(figures.length) + "|");
    }

    Table row(String what, String... figures) {
        lines.add("| " + what + " | " + String.join(" | ", figures) + " |");
        return this;
    }

    void print(PrintStream out) {
        out.println();
        lines.forEach(out::println);
    }
}
