package io.productsnap.web;

import io.javalin.http.Context;
import io.productsnap.core.policy.Complaint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fields of a query. Reading gathers what is wrong with them, so that all is told at once. */
final class QueryFields {

    private final Context ctx;
    private final List<Complaint> complaints = new ArrayList<>();

    QueryFields(Context ctx) {
        this.ctx = ctx;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(ctx.queryParam(name));
    }

    int number(String name, int least, int most, int otherwise) {
        int value = text(name).map(QueryFields::parse).orElse(otherwise);
        if (value < least || value > most) {
            complain(name, name + " must be a number from " + least + " to " + most + ".");
            return otherwise;
        }
        return value;
    }

    /** What is no number is out of every range. */
    private static int parse(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException noNumber) {
            return Integer.MIN_VALUE;
        }
    }

    void complain(String field, String message) {
        complaints.add(new Complaint(field, message));
    }

    /** @throws ProblemException when any field was not what it should be */
    void check() {
        if (!complaints.isEmpty()) {
            throw new ProblemException(Problems.invalid(complaints));
        }
    }
}
