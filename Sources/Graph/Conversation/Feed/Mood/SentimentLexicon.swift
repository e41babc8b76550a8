/// How words sound, by a small list of English words: −1 (bad) … 1 (good), 0 when none of them is known.
///
/// It knows no irony and no grammar but negation: "not good" is bad. What it yields is a hint for people, not a judgement.
package enum SentimentLexicon {
    /// Of each word, −3…3.
    private static let weights: [String: Double] = {
        let groups: [(Double, String)] = [
            (3, "excellent fantastic wonderful amazing awesome perfect brilliant outstanding love delighted"),
            (2, "great good happy glad pleased thank thanks thankful appreciate helpful nice lovely super best"),
            (1, "fine okay ok cool sure easy quick friendly kind clear correct works better interested welcome"),
            (-1, "wait waiting slow late problem issue confused confusing unclear difficult expensive sorry again"),
            (-2, "bad wrong unhappy annoyed annoying upset disappointed disappointing frustrated frustrating poor"),
            (-2, "broken fail failed useless complaint complain impatient unacceptable rude ignored mistake lost"),
            (-3, "terrible horrible awful worst hate angry furious disgusting ridiculous scam stupid pathetic idiot"),
        ]
        let pairs = groups.flatMap { weight, words in words.split(separator: " ").map { (String($0), weight) } }
        return Dictionary(pairs) { $1 }
    }()
    private static let negations: Set = [
        "not", "no", "never", "nothing", "hardly", "isn't", "wasn't", "aren't", "don't", "doesn't", "didn't", "can't",
        "cannot", "won't", "wouldn't", "couldn't", "ain't", "without",
    ]
    /// Words that mean the same after a no: "no thanks".
    private static let courtesies: Set = ["thank", "thanks", "sorry", "ok", "okay"]
    private static let intensifiers: Set = ["very", "really", "so", "extremely", "absolutely", "totally", "too"]
    /// A negation reaches so many words ahead.
    private static let reach = 3
    /// "Not good" is less bad than "bad".
    private static let reversal = -0.75
    private static let emphasis = 1.5

    package static func score(_ text: String) -> Double {
        let wording = Wording(text)
        var sum = 0.0
        for index in wording.range {
            guard var weight = weights[wording.words[index]] else { continue }
            let start = max(clauseStart(wording, index), index - reach)
            let before = wording.words[start..<index]
            if before.last.map(intensifiers.contains) ?? false { weight *= emphasis }
            let isNegated = before.contains(where: negations.contains) && !courtesies.contains(wording.words[index])
            if isNegated { weight *= reversal }
            sum += weight
        }
        return sum / (abs(sum) + 2)
    }

    /// A negation does not reach over a comma or a full stop.
    private static func clauseStart(_ wording: Wording, _ index: Int) -> Int {
        var start = index
        while start > 0, wording.breaks[start] == .space || wording.breaks[start] == .hyphen { start -= 1 }
        return start
    }
}
