import Conversation

/// A row of `services.yaml`: what a service is called, and what it takes.
struct ServiceRecord: Decodable, Sendable {
    let name: ServiceName
    let offer: ServiceOffer

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        offer = try ServiceOffer(from: decoder)
        name = ServiceName(
            offer.name, spoken: try container.decode(String.self, forKey: .spoken),
            synonyms: try container.decode([String].self, forKey: .synonyms))
    }

    private enum CodingKeys: CodingKey {
        case spoken, synonyms
    }
}
