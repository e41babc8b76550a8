/// What one media path costs.
struct PathFigures: Hashable, Sendable {
    /// Against the bare libraries.
    let cost: Figure
    /// For one packet, after the warm-up.
    let allocations: Figure
}
