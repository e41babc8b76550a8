import Surface
import Testing

@Suite("ProblemKind")
struct ProblemKindTests {
    @Test("every kind is an error's status", arguments: ProblemKind.allCases)
    func status(_ kind: ProblemKind) {
        #expect((400...599).contains(kind.status))
        #expect(!kind.title.hasSuffix("."))
    }
}
