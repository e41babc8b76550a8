/// How a written value joins the value a field has.
package struct Reducer<Value: Sendable>: Sendable {
    package let merge: @Sendable (_ current: inout Value, _ written: Value) -> Void

    package init(_ merge: @escaping @Sendable (_ current: inout Value, _ written: Value) -> Void) {
        self.merge = merge
    }

    /// The written value takes the place of the current one: what a field does that has no reducer.
    package static var replace: Reducer<Value> {
        Reducer { $0 = $1 }
    }
}

extension Reducer where Value: RangeReplaceableCollection {
    /// The written elements follow the current ones.
    package static var append: Reducer<Value> {
        Reducer { $0.append(contentsOf: $1) }
    }

    /// The written elements follow the current ones; beyond `limit` the oldest give way.
    package static func append(keeping limit: Int) -> Reducer<Value> {
        Reducer { current, written in
            current.append(contentsOf: written)
            current.removeFirst(max(0, current.count - limit))
        }
    }
}
