import Speech
import Testing
import Timing

@Suite("A chain chooses between engines")
struct ChainTests {
    private let start = Instant.origin

    private func chain(_ names: String...) -> Chain {
        var candidates = names.map { Candidate($0) }
        candidates.append(Candidate("embedded", isLocal: true))
        return Chain(candidates)
    }

    @Test("engines are asked in their order, each once")
    func order() {
        var chain = chain("a", "b")
        #expect(chain.next(after: [], now: start) == 0)
        #expect(chain.next(after: [0], now: start) == 1)
        #expect(chain.next(after: [0, 1], now: start) == 2)
        #expect(chain.next(after: [0, 1, 2], now: start) == nil)
    }

    @Test("five failures in a row within a minute open a circuit; four, or five in more time, do not")
    func opening() {
        var chain = chain("a")
        for second in [0, 20, 40, 59] { #expect(chain.failed(0, now: start + .seconds(second)) == nil) }
        // The first is forgotten by now.
        #expect(chain.failed(0, now: start + .seconds(61)) == nil)
        #expect(chain.next(after: [], now: start + .seconds(61)) == 0)
        #expect(chain.failed(0, now: start + .seconds(62)) == .opened)
        #expect(chain.next(after: [], now: start + .seconds(62)) == 1)
    }

    @Test("a success between failures starts the count again")
    func success() {
        var chain = chain("a")
        for _ in 0..<4 { chain.failed(0, now: start) }
        #expect(chain.succeeded(0, now: start) == nil)
        for _ in 0..<4 { #expect(chain.failed(0, now: start) == nil) }
        #expect(chain.failed(0, now: start) == .opened)
    }

    @Test("after half a minute one trial decides: a failure rests again, a success closes")
    func trial() {
        var chain = chain("a")
        for _ in 0..<5 { chain.failed(0, now: start) }
        #expect(chain.next(after: [], now: start + .seconds(29)) == 1)
        #expect(chain.next(after: [], now: start + .seconds(30)) == 0)
        #expect(chain.next(after: [], now: start + .seconds(30)) == 1, "one trial at a time")
        #expect(chain.failed(0, now: start + .seconds(31)) == nil)
        #expect(chain.next(after: [], now: start + .seconds(60)) == 1)
        #expect(chain.next(after: [], now: start + .seconds(61)) == 0)
        #expect(chain.succeeded(0, now: start + .seconds(62)) == .closed)
        #expect(chain.next(after: [], now: start + .seconds(62)) == 0)
        #expect(chain.next(after: [], now: start + .seconds(62)) == 0)
    }

    @Test("a trial that was given up is free for the next request; one that never ends, after another rest")
    func lostTrials() {
        var chain = chain("a")
        for _ in 0..<5 { chain.failed(0, now: start) }
        #expect(chain.next(after: [], now: start + .seconds(30)) == 0)
        chain.abandoned(0, now: start + .seconds(31))
        #expect(chain.next(after: [], now: start + .seconds(31)) == 0)
        #expect(chain.next(after: [], now: start + .seconds(60)) == 1)
        #expect(chain.next(after: [], now: start + .seconds(61)) == 0)
    }

    @Test("late failures of requests made before a circuit opened do not prolong its rest")
    func lateFailures() {
        var chain = chain("a")
        for _ in 0..<5 { chain.failed(0, now: start) }
        chain.failed(0, now: start + .seconds(25))
        #expect(chain.next(after: [], now: start + .seconds(30)) == 0)
    }

    @Test("a provider that asks for it is left alone as long as it says, and no longer than ten minutes")
    func limits() {
        var chain = chain("a")
        chain.limited(0, for: .seconds(20), now: start)
        #expect(chain.next(after: [], now: start + .seconds(19)) == 1)
        #expect(chain.next(after: [], now: start + .seconds(20)) == 0)
        chain.limited(0, for: .seconds(86_400), now: start)
        #expect(chain.next(after: [], now: start + .seconds(599)) == 1)
        #expect(chain.next(after: [], now: start + .seconds(600)) == 0)
        chain.limited(0, for: nil, now: start)
        #expect(chain.next(after: [], now: start + .seconds(9)) == 1)
        #expect(chain.next(after: [], now: start + .seconds(10)) == 0)
    }

    @Test("a local engine is asked whatever happened")
    func local() {
        var chain = Chain([Candidate("embedded", isLocal: true)])
        for _ in 0..<20 { chain.failed(0, now: start) }
        #expect(chain.next(after: [], now: start) == 0)
    }

    @Test("an engine is called slow only once enough is known of it, by the time within which 95 of 100 spoke")
    func hedging() {
        var chain = chain("a")
        for milliseconds in 1...19 { chain.spoke(0, after: .milliseconds(milliseconds)) }
        #expect(chain.hedge(of: 0) == nil)
        for milliseconds in 20...100 { chain.spoke(0, after: .milliseconds(milliseconds)) }
        #expect(chain.hedge(of: 0) == .milliseconds(95))
        // Only the last hundred count.
        for _ in 0..<100 { chain.spoke(0, after: .milliseconds(7)) }
        #expect(chain.hedge(of: 0) == .milliseconds(7))
    }

    @Test("near its limit an account gets the cheapest engines first, beyond it only what is free")
    func thrift() {
        let chain = Chain([
            Candidate("dear", price: 90), Candidate("unknown"), Candidate("cheap", price: 3),
            Candidate("embedded", isLocal: true), Candidate("rendered", isLocal: true, isLastResort: true),
        ])
        func order(_ thrift: Thrift) -> [String] {
            var (copy, tried, names) = (chain, Set<Int>(), [String]())
            while let next = copy.next(after: tried, thrift: thrift, now: start) {
                tried.insert(next)
                names.append(chain.candidates[next].name)
            }
            return names
        }
        #expect(order(.free) == ["dear", "unknown", "cheap", "embedded", "rendered"])
        #expect(order(.sparing) == ["embedded", "cheap", "dear", "unknown", "rendered"])
        #expect(order(.broke) == ["embedded", "rendered"])
    }

    @Test("a last resort is nobody that could also be asked")
    func lastResort() {
        let chain = Chain([
            Candidate("embedded", isLocal: true), Candidate("rendered", isLocal: true, isLastResort: true),
        ])
        #expect(!chain.hasNext(after: [0], now: start))
        #expect(chain.hasNext(after: [], now: start))
    }

    @Test("a reset engine is asked at once")
    func reset() {
        var chain = chain("a")
        for _ in 0..<5 { chain.failed(0, now: start) }
        chain.limited(0, for: .seconds(60), now: start)
        chain.reset(0)
        #expect(chain.next(after: [], now: start) == 0)
    }
}
