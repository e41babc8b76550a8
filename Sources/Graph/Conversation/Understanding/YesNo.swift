/// Yes and no, and the sounds of attention that are neither.
enum YesNo {
    private static let refusals: [Phrase] = [
        "no", "nope", "nah", "not right", "not correct", "that's wrong", "is wrong", "wrong", "incorrect", "not really",
        "don't", "do not", "not quite", "no way", "not what i", "i said", "not yet",
    ]
    private static let consents: [Phrase] = [
        "yes", "yeah", "yep", "yup", "ya", "sure", "correct", "right", "okay", "ok", "absolutely", "definitely",
        "perfect", "that works", "sounds good", "sounds great", "go ahead", "of course", "please do", "exactly",
        "fine", "great", "uh huh", "mm hmm", "good", "all right", "alright", "why not", "certainly", "do it",
        "that's it",
    ]
    private static let attention: Set<String> = [
        "uh", "huh", "mm", "hmm", "mhm", "yeah", "okay", "ok", "right", "i", "see", "sure", "got", "it", "ah", "oh",
        "um", "er", "yep", "alright", "aha", "great", "fine", "all", "good", "cool", "well",
    ]

    /// `affirm` or `deny`; `nil` when it is neither. A refusal anywhere outweighs a consent, except in "no problem".
    static func answer(_ wording: Wording) -> Intent? {
        let isPolite = wording.has(any: ["no problem", "no worries", "don't worry", "why not"])
        if !isPolite, wording.has(any: refusals) { return .deny }
        return isPolite || wording.has(any: consents) ? .affirm : nil
    }

    /// Whether nothing but attention was uttered.
    static func isBackchannel(_ wording: Wording) -> Bool {
        !wording.isEmpty && wording.count <= 4 && wording.words.allSatisfy(attention.contains)
    }
}
