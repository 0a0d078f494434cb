package offlist.ready;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import offlist.pool.DomainName;
import offlist.pool.IpAddress;
import offlist.yaml.YamlMap;

/**
 * Whether a name looks as if a machine had made it for a customer's line.
 *
 * @param secondLevels labels below a country's top level under which names are registered
 * @param telling words that tell all
 * @param placeholders labels where nobody has set a name
 * @param counted words that tell together with a number
 */
record GenericNames(Set<String> secondLevels, Set<String> telling, Set<String> placeholders, Set<String> counted) {
    static final GenericNames SHIPPED = Resource.read("generic-names.yaml", GenericNames::read);

    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]+");

    GenericNames {
        secondLevels = Set.copyOf(secondLevels);
        telling = Set.copyOf(telling);
        placeholders = Set.copyOf(placeholders);
        counted = Set.copyOf(counted);
    }

    private static GenericNames read(YamlMap file) {
        file.texts("sources");
        return new GenericNames(
                Set.copyOf(file.texts("second-levels")),
                Set.copyOf(file.texts("telling")),
                Set.copyOf(file.texts("placeholders")),
                Set.copyOf(file.texts("counted")));
    }

    /**
     * The reason why a name looks so, or nothing.
     *
     * @param own domains under which names are the sender's own doing
     */
    Optional<String> why(DomainName name, IpAddress address, List<DomainName> own) {
        Optional<DomainName> home = own.stream()
                .filter(domain -> name.equals(domain) || name.text().endsWith("." + domain))
                .findFirst();
        List<String> labels = home.map(domain -> before(name, labels(domain).size()))
                .orElseGet(() -> before(name, registered(labels(name))));
        String looked = String.join(".", labels);
        Optional<String> placeholder = placeholder(labels, labels(name).getLast());
        Optional<String> telling = word(looked);
        boolean holdsAddress = new AddressForms(address).in(looked);
        Optional<String> counted = counted(labels);
        if (placeholder.isPresent() || telling.isPresent()) {
            return placeholder.or(() -> telling);
        }
        if (home.isPresent()) {
            return holdsAddress ? counted : Optional.empty();
        }
        return holdsAddress ? Optional.of("it spells out the address " + address) : counted;
    }

    /** Nobody registers a top level of that name. */
    private Optional<String> placeholder(List<String> labels, String top) {
        return Stream.concat(labels.stream(), Stream.of(top))
                .filter(placeholders::contains)
                .findFirst()
                .map(label -> "`" + label + "` stands where a name would");
    }

    private Optional<String> word(String looked) {
        return Stream.of(NO_LETTERS.split(looked))
                .filter(telling::contains)
                .findFirst()
                .map(word -> "it holds the word `" + word + "`");
    }

    private Optional<String> counted(List<String> labels) {
        return labels.stream()
                .filter(label -> label.chars().anyMatch(Character::isDigit)
                        && counted.contains(label.replaceFirst("[^a-z].*", "")))
                .findFirst()
                .map(label -> "`" + label + "` is a number in a row of customers");
    }

    private int registered(List<String> labels) {
        int size = labels.size();
        boolean country = size > 2 && labels.get(size - 1).length() == 2 && secondLevels.contains(labels.get(size - 2));
        return country ? 3 : 2;
    }

    private static List<String> before(DomainName name, int last) {
        List<String> labels = labels(name);
        return labels.subList(0, Math.max(0, labels.size() - last));
    }

    private static List<String> labels(DomainName name) {
        return Arrays.asList(name.text().split("\\."));
    }
}
