/// What is written in several ways, in its usual one.
enum Spellings {
    static let usual: [String: [String]] = {
        var table: [String: [String]] = [:]
        for (usual, others) in variants {
            for other in others.split(separator: " ") {
                table[String(other)] = usual.split(separator: " ").map(String.init)
            }
        }
        return table
    }()

    private static let variants: [(String, String)] = [
        ("i'm", "im"), ("don't", "dont"), ("can't", "cant"), ("won't", "wont"), ("isn't", "isnt"),
        ("aren't", "arent"), ("didn't", "didnt"), ("doesn't", "doesnt"), ("couldn't", "couldnt"),
        ("wouldn't", "wouldnt"), ("shouldn't", "shouldnt"), ("haven't", "havent"), ("hasn't", "hasnt"),
        ("wasn't", "wasnt"), ("that's", "thats"), ("what's", "whats"), ("where's", "wheres"), ("how's", "hows"),
        ("who's", "whos"), ("it's", "its"), ("you're", "youre"), ("they're", "theyre"), ("i've", "ive"),
        ("that'll", "thatll"), ("let's", "lets"), ("there's", "theres"), ("name's", "names"),
        ("going to", "gonna"), ("want to", "wanna"), ("have to", "gotta"), ("let me", "lemme"), ("give me", "gimme"),
        ("don't know", "dunno"), ("kind of", "kinda"), ("you", "ya'll y'all"), ("your", "ur"),
        ("please", "pls plz"), ("thanks", "thx tx thanx"), ("tomorrow", "tmrw tmr tomorow tommorow tomorrow's"),
        ("appointment", "appt appointement"), ("minutes", "mins"), ("o'clock", "oclock"), ("okay", "okey"),
        ("tires", "tyres"), ("tire", "tyre"), ("color", "colour"), ("license", "licence"), ("gray", "grey"),
        ("yes", "yess yesss"), ("alright", "alrite"), ("because", "cause cuz coz"), ("reschedule", "re-schedule"),
        ("test drive", "testdrive"), ("weekend", "week-end"),
    ]

    /// Words that are said twice only by accident. A digit, a letter of a name or "bye bye" is meant.
    static let stuttered: Set<String> = [
        "i", "the", "to", "my", "for", "on", "at", "and", "is", "can", "it's", "i'm", "we", "you", "do", "what", "my",
        "could", "how",
    ]
    /// Sounds without a meaning.
    static let fillers: Set<String> = ["um", "umm", "uhm", "er", "erm", "eh"]
}
