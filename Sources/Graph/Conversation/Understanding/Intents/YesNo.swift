/// Yes and no in many words, and the sounds of attention that are neither.
enum YesNo {
    /// What one phrase says.
    enum Sign: Sendable {
        /// With how sure the caller sounds, 0…1.
        case yes(Double), no(Double)
        /// Counts unless something clearer was said.
        case weakYes, weakNo
        /// Agreement with what was read back, even behind a "no".
        case right
        /// "That's it": yes to what was read back, no to anything else.
        case done
        /// "I don't know": neither, whatever its words say elsewhere.
        case neither
    }

    /// `affirm` or `deny` with its confidence; `nil` when it is neither.
    ///
    /// The last clear word counts: "yes no wait" refuses, "no yeah" agrees.
    static func answer(_ words: [String], _ range: Range<Int>, to question: Question?) -> (Intent, Double)? {
        var answer: (Intent, Double)?
        var isWeak = true
        for reading in index.longest(in: words, range) {
            switch reading.value[0] {
            case .yes(let confidence): (answer, isWeak) = ((.affirm, confidence), false)
            case .no(let confidence): (answer, isWeak) = ((.deny, confidence), false)
            case .right: if isWeak || question != .anythingElse { (answer, isWeak) = ((.affirm, 0.95), false) }
            case .weakYes: if answer == nil { answer = (.affirm, 0.85) }
            case .neither: break
            case .weakNo: if isWeak { answer = (.deny, 0.85) }
            case .done:
                guard isWeak else { break }
                let isMore = question == .anythingElse || question == .escalationOffer
                (answer, isWeak) = ((isMore ? .deny : .affirm, 0.9), false)
            }
        }
        return answer
    }

    private static let index: PhraseIndex<Sign> = {
        let all = YesNoWords.signs.flatMap { sign, phrases in
            phrases.map { (Phrase($0), sign) }
        }
        return PhraseIndex(all)
    }()

    private static let attention: Set<String> = [
        "uh", "huh", "mm", "hmm", "mhm", "yeah", "okay", "ok", "right", "i", "see", "sure", "got", "it", "ah", "oh",
        "um", "er", "yep", "alright", "aha", "great", "fine", "all", "good", "cool", "well", "mmm", "mmhmm", "hm", "oh",
        "so", "gotcha", "understood", "really", "wow", "nice", "interesting",
    ]

    /// Whether nothing but attention was uttered.
    static func isBackchannel(_ words: [String], _ range: Range<Int>) -> Bool {
        !range.isEmpty && range.count <= 4 && words[range].allSatisfy(attention.contains)
    }
}
