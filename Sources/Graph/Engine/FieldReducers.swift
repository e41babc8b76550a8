/// The reducers of a graph, by field.
struct FieldReducers<State: Sendable>: Sendable {
    private struct Entry: Sendable {
        let isFor: @Sendable (PartialKeyPath<State>) -> Bool
        let reducer: any Sendable
    }

    private var entries: [Entry] = []

    mutating func set<Value: Sendable>(
        _ reducer: Reducer<Value>, for field: any WritableKeyPath<State, Value> & Sendable
    ) {
        entries.append(Entry(isFor: { $0 == field }, reducer: reducer))
    }

    func reducer<Value: Sendable>(for field: WritableKeyPath<State, Value>) -> Reducer<Value> {
        let entry = entries.last { $0.isFor(field) }
        return entry?.reducer as? Reducer<Value> ?? .replace
    }
}
