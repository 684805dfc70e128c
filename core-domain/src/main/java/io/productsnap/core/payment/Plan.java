package io.productsnap.core.payment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be bought, and what one has without buying. */
public enum Plan {
    FREE("Free"),
    BASIC_MONTHLY("Basic"),
    BASIC_YEARLY("Basic"),
    PRO_MONTHLY("Pro"),
    PRO_YEARLY("Pro");

    private final String title;

    Plan(String title) {
        this.title = title;
    }

    /** As people read it. */
    public String title() {
        return title;
    }

    /** As it is written in requests, answers and rows: {@code basic_monthly}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Plan> of(String id) {
        return Arrays.stream(values()).filter(plan -> plan.id().equals(id)).findFirst();
    }

    /** Whether its shots carry a watermark. */
    public boolean isWatermarked() {
        return this == FREE;
    }
}
