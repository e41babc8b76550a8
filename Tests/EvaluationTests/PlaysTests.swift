import Evaluation
import Testing

@Suite struct PlaysTests {
    /// The checkout's folder of plays.
    static let folder = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/Plays"

    @Test("rules alone do what 95 of 100 callers want, and say nothing wrong")
    func everyPlay() async throws {
        let library = try PlayLibrary(at: Self.folder)
        let performances = await Performer(stage: .dealership).perform(library.plays, atOnce: 4)
        let report = Report(performances, unreadable: library.unreadable)
        #expect(report.score.plays >= 120)
        #expect(report.unreadable.isEmpty)
        #expect(report.score.success >= 95, "\(report.text())")
        #expect(report.score.wrongFacts == 0, "\(report.text())")
    }

    @Test("the same plays give the same report")
    func deterministic() async throws {
        let plays = try PlayLibrary(at: Self.folder).plays.prefix(12)
        let performer = Performer(stage: .dealership)
        let first = Report(await performer.perform(Array(plays), atOnce: 4))
        let second = Report(await performer.perform(Array(plays), atOnce: 1))
        #expect(!plays.isEmpty)
        #expect(first == second)
    }
}
