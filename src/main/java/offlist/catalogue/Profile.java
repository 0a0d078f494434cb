package offlist.catalogue;

import offlist.yaml.Labels;

/** Which lists are asked together; {@code core} unless the user says otherwise. */
public enum Profile {
    CORE,
    EXTENDED,
    NICHE,
    /** Components, variants and doubtful lists: asked only when named. */
    OFF;

    /** The word for it in files and labels. */
    public String label() {
        return Labels.of(this);
    }
}
