import Conversation
import Document

/// A file of a pack.
enum PackFile: String, CaseIterable, Hashable, Sendable {
    case business, services, models, inventory, customers, faq, phrases, tools, graph

    var name: String { "\(rawValue).yaml" }

    /// Without these no call can be served. What is missing of the others is empty; without a graph it is document 004's.
    var isRequired: Bool {
        switch self {
        case .business, .services, .faq, .phrases, .tools: true
        case .models, .inventory, .customers, .graph: false
        }
    }

    var schema: Schema {
        switch self {
        case .business: Self.businessSchema
        case .services: .list(of: Self.serviceSchema, count: 1...500)
        case .models: .list(of: Self.modelSchema, count: 0...1_000)
        case .inventory: .list(of: Self.carSchema, count: 0...10_000)
        case .customers: .list(of: Self.customerSchema, count: 0...10_000)
        case .faq: .list(of: Self.faqSchema, count: 1...1_000)
        case .phrases: TemplatePhrasebook.schema
        case .tools: .list(of: Self.toolSchema, count: 1...100)
        case .graph: .anything
        }
    }
}
