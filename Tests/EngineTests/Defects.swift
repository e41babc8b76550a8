import Engine

extension StateGraph {
    /// What `compile()` finds wrong.
    var defects: [GraphDefect] {
        do {
            _ = try compile()
            return []
        } catch {
            return error.defects
        }
    }
}
