/// The agent's own words, as they may come back through the caller's loudspeaker.
extension Dialogue {
    /// Words by which an echo is behind the agent: the longest delay, and the time until it is taken for a voice.
    private static let behind = 4

    /// Most of the words are those that the agent was saying.
    func isOwnVoice(_ plain: String, in utterance: PendingTranscript) -> Bool {
        if let own = utterance.own { return CallerWords.isMostly(plain, of: own) }
        guard utterance.isEcho else { return false }
        let said = speaking?.utterance.text ?? interrupted?.utterance.text ?? lastSaid?.text ?? ""
        return CallerWords.isMostly(plain, of: Set(CallerWords.plain(said).split(separator: " ").map(String.init)))
    }

    /// What the agent said while the caller's turn was open, and shortly before; nothing where its voice can be told from the
    /// caller's.
    func ownWords(during turn: OpenTurn) -> Set<String> {
        guard turn.isDoubtful else { return [] }
        guard let current = speaking else { return turn.ownWords }
        let first = turn.agent?.utterance == current.utterance.id ? turn.agent?.word ?? 0 : 0
        return turn.ownWords.union(current.text.plain(from: first - Self.behind, through: current.word?.index ?? 0))
    }

    /// The utterance at hand is over: its words may still come back.
    mutating func keepOwnWords() {
        guard let open else { return }
        let own = ownWords(during: open)
        self.open?.ownWords = own
    }

    /// Where the agent is, and what it has just said.
    var agentsPlace: OpenTurn.Place? {
        speaking.map { OpenTurn.Place(utterance: $0.utterance.id, word: $0.word?.index ?? 0) }
    }
}

extension SpokenText {
    /// Some of the words, without case and marks; as many as there are.
    fileprivate func plain(from first: Int, through last: Int) -> Set<String> {
        guard !words.isEmpty else { return [] }
        let range = max(0, min(first, words.count - 1))...max(0, min(last, words.count - 1))
        return Set(
            words[range].flatMap {
                CallerWords.plain(String(text[$0.start..<$0.end])).split(separator: " ").map(String.init)
            })
    }
}
