/// The topics of the house's answers, by the phrases the domain gives: the longest wins.
struct TopicReader: Sendable {
    private let index: PhraseIndex<String>

    init(topics: [Topic]) {
        index = PhraseIndex(
            topics.flatMap { topic in topic.phrases.map { (Phrase(words: Wording($0).words), topic.category) } })
    }

    /// Every topic that is mentioned, the one with the longest phrase first.
    func read(_ words: [String], _ range: Range<Int>) -> Reading<[String]>? {
        index.longest(in: words, range).max { $0.range.count < $1.range.count }
    }
}
