package io.productsnap.web;

import io.javalin.http.Context;
import io.productsnap.core.policy.Complaint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of a JSON object that was sent. Reading gathers what is wrong with them, so that all is told at once. */
final class JsonFields {

    /** No request of ours comes near it. */
    private static final int LONGEST = 64 * 1024;

    private final ObjectNode object;
    private final List<Complaint> complaints = new ArrayList<>();

    private JsonFields(ObjectNode object) {
        this.object = object;
    }

    /** @throws ProblemException when no JSON object was sent */
    static JsonFields read(Context ctx) {
        return of(ctx).orElseThrow(() -> new ProblemException(Problems.badRequest("Please send a JSON object.")));
    }

    /** @throws ProblemException when something was sent that is no JSON object */
    static JsonFields readIfAny(Context ctx) {
        return of(ctx).orElseGet(() -> new JsonFields(Json.MAPPER.createObjectNode()));
    }

    private static Optional<JsonFields> of(Context ctx) {
        byte[] body = RequestBody.read(ctx, LONGEST)
                .orElseThrow(() -> new ProblemException(Problems.tooLarge("This is too much JSON.")));
        if (body.length == 0) {
            return Optional.empty();
        }
        if (!RequestBody.mediaType(ctx).orElse("application/json").equals("application/json")) {
            throw new ProblemException(Problems.unsupported("Please send application/json."));
        }
        return Optional.of(new JsonFields(parse(body)));
    }

    private static ObjectNode parse(byte[] body) {
        try {
            JsonNode node = Json.MAPPER.readTree(body);
            if (node instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException malformed) {
            throw new ProblemException(Problems.badRequest("The body is not valid JSON."));
        }
        throw new ProblemException(Problems.badRequest("Please send a JSON object."));
    }

    /** A text that must be there. After {@link #check} it is what was sent. */
    String text(String name, String otherwise) {
        Optional<String> text = optionalText(name);
        if (text.isEmpty() && !isThere(name)) {
            complain(name, otherwise);
        }
        return text.orElse("");
    }

    /** A text that may be missing, or null. */
    Optional<String> optionalText(String name) {
        Optional<JsonNode> value = value(name);
        if (value.isPresent() && !value.get().isString()) {
            complain(name, name + " must be a text.");
        }
        return value.filter(JsonNode::isString).map(JsonNode::stringValue);
    }

    Optional<Boolean> optionalFlag(String name) {
        Optional<JsonNode> value = value(name);
        if (value.isPresent() && !value.get().isBoolean()) {
            complain(name, name + " must be true or false.");
        }
        return value.filter(JsonNode::isBoolean).map(JsonNode::booleanValue);
    }

    /** Whether it was sent at all, be it as null. */
    boolean has(String name) {
        return object.has(name);
    }

    private boolean isThere(String name) {
        return value(name).isPresent();
    }

    private Optional<JsonNode> value(String name) {
        return Optional.ofNullable(object.get(name)).filter(node -> !node.isNull());
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
