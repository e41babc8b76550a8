import Conversation

/// A row of `faq.yaml`: an entry of the FAQ, and the words that ask for it.
struct QuestionRecord: Decodable, Sendable {
    let entry: FAQEntry
    let asks: [String]

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        entry = try FAQEntry(from: decoder)
        asks = try container.decodeIfPresent([String].self, forKey: .asks) ?? []
    }

    private enum CodingKeys: CodingKey {
        case asks
    }
}
