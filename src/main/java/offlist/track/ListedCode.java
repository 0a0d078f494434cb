package offlist.track;

import java.util.Optional;

/**
 * A code of an open listing, as it is kept.
 *
 * @param answer the address that the list answered, {@code 127.0.0.2}
 * @param reason key of a reason in the catalogue
 * @param meaning what the list says the code means
 * @param sublist the component with a removal procedure of its own
 */
public record ListedCode(String answer, String reason, String meaning, Optional<String> sublist) {}
