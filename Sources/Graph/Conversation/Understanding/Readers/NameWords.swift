/// What stands around names and is none.
enum NameWords {
    /// May come before a name.
    static let fillers: Set<String> = [
        "uh", "um", "er", "yes", "yeah", "sure", "okay", "ok", "well", "hi", "hello", "so", "oh", "ah", "right", "and",
        "of", "course", "please", "no", "it", "should", "be", "you", "can", "put", "down", "yep", "it's", "that's",
        "would", "erm", "hey", "the", "just", "actually", "under", "is", "as", "name", "name's",
    ]
    static let titles: Set<String> = [
        "mr", "mrs", "ms", "miss", "mister", "missus", "dr", "doctor", "prof", "professor", "sir", "madam", "mx",
        "captain",
        "reverend",
    ]
    /// May come between a name and its spelling.
    static let links: Set<String> = [
        "spelled", "spelt", "spell", "that's", "that", "with", "is", "it's", "as", "spelling", "in", "which", "i", "a",
        "an",
    ]
    /// End a name.
    static let endings: Set<String> = [
        "speaking", "here", "please", "and", "calling", "from", "my", "thanks", "thank", "i", "i'd", "phone", "at",
        "with", "is", "but", "the", "who", "again", "spelled", "spelt", "that's", "first", "last", "if", "as", "so",
        "i've", "i'm", "or", "because", "it's", "um", "uh", "by", "okay", "for", "on", "can", "could", "looking", "sir",
        "surname", "number", "not", "then", "about",
    ]
    /// Words that are a name behind another: "owen price", "vera long".
    static let surnames: Set<String> = ["price", "long", "best", "day"]

    /// Words that are never a name in an answer, so that a question is not taken for one.
    static let notNames: Set<String> = [
        "a", "an", "the", "what", "why", "how", "when", "where", "who", "which", "do", "does", "can", "could", "would",
        "is", "are", "i", "i'm", "you", "we", "calling", "about", "not", "just", "looking", "wondering", "going", "my",
        "your", "need", "want", "have", "car", "name", "number", "don't", "know", "tell", "wait", "sorry", "pardon",
        "interested", "here", "there", "in", "on", "at", "to", "fine", "good", "great", "correct", "right", "that",
        "this", "tomorrow", "today", "morning", "afternoon", "hoping", "trying", "because", "urgent", "one", "two",
        "three", "four", "five", "six", "seven", "eight", "nine", "zero", "still", "all", "set", "ready", "sure", "me",
        "it", "late", "early", "open", "oil", "brakes", "tires", "service", "appointment", "working", "done",
        "important", "everything", "nothing", "something", "okay", "wrong", "yes", "no", "yeah", "nope", "maybe",
        "cancel", "book", "change", "repeat", "human", "person", "real", "robot", "help", "stop", "hang", "hold",
        "moment", "second", "minute", "agent", "operator", "manager", "hello", "hi", "hey", "bye", "goodbye", "cost",
        "much", "long", "many", "more", "less", "really", "very", "too", "also", "ridiculous", "stupid", "calendar",
        "let", "let's", "give", "get", "make", "take", "think", "say", "said", "mean", "meant", "was", "were",
        "be", "been", "being", "has", "had", "did", "isn't", "aren't", "can't", "won't", "wouldn't", "doesn't", "same",
        "previous", "question", "test", "drive", "booking", "email", "phone", "call", "back", "later", "never", "mind",
        "someone", "somebody", "anyone", "anybody", "nobody", "everyone", "already", "asking", "into", "out", "up",
        "available", "possible", "problem", "week", "day", "time", "date", "hour", "hours", "noon", "ten", "eleven",
        "twelve", "new", "used", "price", "they", "he", "she", "him", "her", "them", "our", "us", "their", "his",
        "thing", "things", "better", "best", "tired", "confused", "lost", "afraid", "happy", "glad", "sick", "busy",
        "what's", "how's", "where's", "who's", "outside", "home", "work", "driving", "running", "stuck", "coming",
        "waiting", "broken", "down", "off",
    ]
}
