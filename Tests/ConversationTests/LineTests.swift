import Conversation
import Document
import Testing

@Suite struct LineTests {
    @Test("every key is in snake case and has one sample")
    func keys() {
        let allowed = Set("abcdefghijklmnopqrstuvwxyz_")
        for form in Line.forms { #expect(form.key.allSatisfy(allowed.contains), "\(form.key)") }
        #expect(Set(Line.forms.map(\.key)).count == Line.forms.count)
        #expect(Line.forms.count > 100)
    }

    @Test("how often a thing is said changes the wording, not the key")
    func attempts() {
        #expect(Line.abuse(attempt: 3).key == Line.abuse(attempt: 1).key)
        #expect(Line.abuse(attempt: 3).attempt == 3)
        #expect(Line.outOfScope(attempt: -1).attempt == 1)
        #expect(Line.goodbye.attempt == 1)
    }

    @Test("a line offers the values of its form", arguments: Line.samples)
    func values(line: Line) throws {
        let form = try #require(Line.forms.first { $0.key == line.key })
        #expect(line.values.keys.sorted() == form.values)
        #expect(try JSON(encoding: line).decoded(as: Line.self) == line)
    }
}
