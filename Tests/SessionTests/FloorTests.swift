import Session
import Testing

/// A mutating call cannot stand in `#expect` itself.
private func expect<Value: Equatable>(
    _ value: Value, _ expected: Value, at location: SourceLocation = #_sourceLocation
) {
    #expect(value == expected, sourceLocation: location)
}

@Suite("The floor among several callers")
struct FloorTests {
    @Test("who speaks first takes it, and others are overheard until the turn is over")
    func first() {
        var floor = Floor()
        expect(floor.begin("ann"), true)
        expect(floor.begin("bob"), false)
        expect(floor.begin("ann"), true)
        #expect(floor.owner == "ann")
    }

    @Test("after the owner's turn it stays theirs until another speaks")
    func passing() {
        var floor = Floor()
        _ = floor.begin("ann")
        floor.end()
        #expect(floor.owner == "ann")
        expect(floor.begin("bob"), true)
        expect(floor.begin("ann"), false)
        #expect(floor.owner == "bob")
    }

    @Test("it is free when the owner leaves in the middle of a turn, and not when another does")
    func leaving() {
        var floor = Floor()
        _ = floor.begin("ann")
        floor.leave("bob")
        expect(floor.begin("bob"), false)
        floor.leave("ann")
        expect(floor.begin("bob"), true)
    }
}
