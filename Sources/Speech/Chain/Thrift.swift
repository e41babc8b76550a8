/// How much an account may still spend on engines.
package enum Thrift: String, Hashable, Sendable, CaseIterable {
    /// The engines in their order.
    case free
    /// Near the limit: the cheapest first.
    case sparing
    /// Beyond the limit: only what costs nothing.
    case broke
}
