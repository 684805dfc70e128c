package io.productsnap.web;

import io.productsnap.core.photo.PhotoMode;
import io.productsnap.core.photo.PhotoUpload;
import io.productsnap.core.photo.PhotoWish;
import io.productsnap.core.photo.PhotoWish.Environment;
import io.productsnap.core.photo.PhotoWish.Gender;
import io.productsnap.core.photo.PhotoWish.Shadow;
import io.productsnap.core.policy.Complaint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The form that a photo is sent with. Reading gathers what is wrong with its fields, so that all is told at once. */
final class PhotoForm {

    private static final int MOST_FIELDS = 20;

    private final MultipartForm form;
    private final List<Complaint> complaints = new ArrayList<>();

    PhotoForm(MultipartForm form) {
        this.form = form;
    }

    /** @throws ProblemException when a field is not what it should be */
    PhotoUpload upload() {
        Optional<FormPart> file = file();
        PhotoMode mode = required("mode", PhotoMode.values());
        Shadow shadow = optional("shadow_option", Shadow.values()).orElse(Shadow.DROP_SHADOW);
        PhotoWish wish = new PhotoWish(
                mode,
                shadow,
                prompt(),
                optional("subject_gender", Gender.values()),
                optional("scene_environment", Environment.values()));
        FormPart photo = checked(file);
        return new PhotoUpload(photo.content(), photo.filename().orElse(""), photo.mediaType(), wish);
    }

    /** @throws ProblemException when there is no file, or it is empty */
    byte[] photo() {
        return checked(file()).content();
    }

    private FormPart checked(Optional<FormPart> file) {
        if (!complaints.isEmpty() || file.isEmpty()) {
            throw new ProblemException(Problems.invalid(complaints));
        }
        return file.get();
    }

    private Optional<FormPart> file() {
        if (form.parts().size() > MOST_FIELDS) {
            complain("file", "Please send one photo; this form has too many parts.");
            return Optional.empty();
        }
        List<FormPart> files = form.named("file");
        if (files.size() > 1) {
            complain("file", "Please send one photo at a time.");
            return Optional.empty();
        }
        Optional<FormPart> file = files.stream()
                .filter(part -> part.filename().isPresent() && part.content().length > 0)
                .findFirst();
        if (file.isEmpty()) {
            complain("file", files.isEmpty() ? "Please choose a photo." : "The file is empty, or no file at all.");
        }
        return file;
    }

    private Optional<String> prompt() {
        Optional<String> prompt = text("prompt_override");
        if (prompt.filter(words -> words.length() > PhotoWish.LONGEST_PROMPT).isPresent()) {
            complain("prompt_override", "At most " + PhotoWish.LONGEST_PROMPT + " characters, please.");
            return Optional.empty();
        }
        return prompt;
    }

    /** Any of the values stands in for one that is missing: then nothing comes of the form. */
    private <E extends Enum<E>> E required(String name, E[] values) {
        Optional<E> chosen = optional(name, values);
        boolean complained =
                complaints.stream().anyMatch(complaint -> complaint.field().equals(name));
        if (chosen.isEmpty() && !complained) {
            complain(name, name + " is missing: " + oneOf(values));
        }
        return chosen.orElse(values[0]);
    }

    private <E extends Enum<E>> Optional<E> optional(String name, E[] values) {
        Optional<String> text = text(name);
        Optional<E> chosen = text.flatMap(word ->
                Arrays.stream(values).filter(value -> word(value).equals(word)).findFirst());
        if (text.isPresent() && chosen.isEmpty()) {
            complain(name, name + " must be " + oneOf(values));
        }
        return chosen;
    }

    private static String oneOf(Enum<?>[] values) {
        return Arrays.stream(values).map(PhotoForm::word).collect(Collectors.joining(", ", "one of ", "."));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** @return what was written; empty when that is nothing */
    private Optional<String> text(String name) {
        List<FormPart> texts = form.named(name);
        if (texts.size() > 1) {
            complain(name, name + " was sent twice.");
            return Optional.empty();
        }
        return texts.stream()
                .map(FormPart::text)
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    private void complain(String field, String message) {
        complaints.add(new Complaint(field, message));
    }
}
