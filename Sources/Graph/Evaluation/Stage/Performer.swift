/// Performs plays and has them judged.
package struct Performer: Sendable {
    package let stage: Stage

    package init(stage: Stage) {
        self.stage = stage
    }

    package func perform(_ play: Play) async -> Performance {
        var run: PlayRun
        do throws(StageError) {
            run = try PlayRun(play, on: stage)
        } catch {
            return Performance(play: play, outcome: PlayOutcome(), failures: [PlayFailure(nil, error.description)])
        }
        await run.perform()
        var facts = FactChecker(stage.facts)
        return Performance(
            play: play, outcome: run.outcome, transcript: run.transcript,
            failures: run.failures + Judge(play, run.outcome).failures, wrongFacts: facts.check(run.outcome.turns))
    }

    /// Performs all of them, so many at a time; the performances come in the order of the plays.
    package func perform(_ plays: [Play], atOnce width: Int) async -> [Performance] {
        await withTaskGroup(of: (Int, Performance).self) { group in
            var waiting = plays.enumerated().makeIterator()
            func begin() {
                guard let (index, play) = waiting.next() else { return }
                group.addTask { (index, await perform(play)) }
            }
            for _ in 0..<max(1, width) { begin() }
            var performances: [Int: Performance] = [:]
            while let (index, performance) = await group.next() {
                performances[index] = performance
                begin()
            }
            return plays.indices.compactMap { performances[$0] }
        }
    }
}
