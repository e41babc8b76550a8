/// Something a play says, with the line it says it on, counted from 1.
package struct PlayLine<Value: Hashable & Sendable>: Hashable, Sendable {
    package let line: Int
    package let value: Value

    package init(_ line: Int, _ value: Value) {
        self.line = line
        self.value = value
    }
}

/// One step of a play's course.
package typealias PlayStep = PlayLine<PlayAction>
