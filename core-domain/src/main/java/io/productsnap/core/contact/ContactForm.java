package io.productsnap.core.contact;

import io.productsnap.core.person.EmailAddress;
import io.productsnap.core.policy.Complaint;
import io.productsnap.core.policy.OneLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a stranger writes into the form, as it came.
 *
 * @param name 1 to 100 characters that can be read, one line
 * @param email where the answer is to go
 * @param subject 1 to 150 characters that can be read, one line
 * @param message 1 to 5,000 characters
 * @param category what it is about, if anything was chosen; one line of at most 50 characters
 */
public record ContactForm(String name, String email, String subject, String message, Optional<String> category) {

    static final int LONGEST_NAME = 100;
    static final int LONGEST_SUBJECT = 150;
    static final int LONGEST_MESSAGE = 5_000;
    static final int LONGEST_CATEGORY = 50;

    /** What is wrong with it; empty when nothing is. */
    public List<Complaint> complaints() {
        List<Complaint> complaints = new ArrayList<>();
        if (!isLine(name, LONGEST_NAME)) {
            complaints.add(new Complaint("name", "A name is one line of 1 to " + LONGEST_NAME + " characters."));
        }
        if (EmailAddress.parse(email).isEmpty()) {
            complaints.add(new Complaint("email", "This is not a mail address."));
        }
        if (!isLine(subject, LONGEST_SUBJECT)) {
            complaints.add(
                    new Complaint("subject", "A subject is one line of 1 to " + LONGEST_SUBJECT + " characters."));
        }
        if (message.isBlank() || message.length() > LONGEST_MESSAGE) {
            complaints.add(new Complaint("message", "A message has 1 to 5,000 characters."));
        }
        if (category.filter(text -> !isLine(text, LONGEST_CATEGORY)).isPresent()) {
            complaints.add(
                    new Complaint("category", "A category is one line of 1 to " + LONGEST_CATEGORY + " characters."));
        }
        return List.copyOf(complaints);
    }

    /** Whoever sends two lines where one is wanted is after a header of his own: that is not mended but refused. */
    private static boolean isLine(String text, int longest) {
        String line = text.strip();
        return !line.isEmpty()
                && line.length() <= longest
                && OneLine.of(line, longest).equals(line);
    }
}
