/// The reducers of a graph, by field.
struct FieldReducers<State: Sendable>: Sendable {
    private struct Entry: Sendable {
        let value: ObjectIdentifier
        let isFor: @Sendable (PartialKeyPath<State>) -> Bool
        let reducer: any Sendable
    }

    private var entries: [Entry] = []

    mutating func set<Value: Sendable>(
        _ reducer: Reducer<Value>, for field: any WritableKeyPath<State, Value> & Sendable
    ) {
        entries.append(Entry(value: ObjectIdentifier(Value.self), isFor: { $0 == field }, reducer: reducer))
    }

    /// The reducer set last for the field; `nil` when it has none.
    func reducer<Value: Sendable>(for field: WritableKeyPath<State, Value>) -> Reducer<Value>? {
        // Comparing key paths costs more than comparing types.
        let value = ObjectIdentifier(Value.self)
        let entry = entries.last { $0.value == value && $0.isFor(field) }
        return entry?.reducer as? Reducer<Value>
    }
}
