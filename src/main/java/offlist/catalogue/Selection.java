package offlist.catalogue;

import java.util.List;
import java.util.Optional;
import offlist.yaml.Problems;

/**
 * The lists to ask, and for every other one the reason why not.
 *
 * @param catalogue the shipped one with the user's own lists in it
 */
public record Selection(List<ChosenList> asked, List<NotAsked> notAsked, Catalogue catalogue) {

    /** Copies the lists. */
    public Selection {
        asked = List.copyOf(asked);
        notAsked = List.copyOf(notAsked);
    }

    /** Applies the user's choice to the catalogue; names that mean nothing become problems. */
    public static Selection of(Catalogue catalogue, ListChoice choice, Problems problems) {
        Catalogue all = new CustomLists(catalogue, problems).add(choice.custom());
        return new Selector(all, choice, new ChoiceNames(all, problems)).select();
    }

    /** A list that is asked. */
    public Optional<ChosenList> asked(ListId id) {
        return asked.stream().filter(list -> list.id().equals(id)).findFirst();
    }

    /** Why a list is not asked. */
    public Optional<NotAsked> notAsked(ListId id) {
        return notAsked.stream().filter(not -> not.list().id().equals(id)).findFirst();
    }
}
