import Conversation

/// A row of `models.yaml`.
struct ModelRecord: Decodable, Sendable {
    let make: String
    let model: String
    let synonyms: [String]
    let kinds: [String]?

    var name: ModelName { ModelName(make, model, synonyms: synonyms, kinds: kinds ?? []) }
}
