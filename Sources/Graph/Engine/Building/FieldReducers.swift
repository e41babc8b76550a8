/// The reducers of a graph, by field. Not generic, because a step looks here for every value written, and generic code pays
/// for its types at every call.
struct FieldReducers: Sendable {
    private struct Entry: Sendable {
        let value: ObjectIdentifier
        let isFor: @Sendable (AnyKeyPath) -> Bool
        let reducer: any Sendable
    }

    private var entries: [Entry] = []

    mutating func set<State, Value: Sendable>(
        _ reducer: Reducer<Value>, for field: any WritableKeyPath<State, Value> & Sendable
    ) {
        entries.append(Entry(value: ObjectIdentifier(Value.self), isFor: { $0 == field }, reducer: reducer))
    }

    /// The reducer set last for a field whose values are of this type: a `Reducer` of it; `nil` when it has none.
    func reducer(for field: AnyKeyPath, of value: ObjectIdentifier) -> (any Sendable)? {
        // Comparing key paths costs more than comparing types.
        for entry in entries.reversed() where entry.value == value && entry.isFor(field) { return entry.reducer }
        return nil
    }
}
