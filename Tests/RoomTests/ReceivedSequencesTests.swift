import Room
import Testing
import Timing

@Suite("Numbers of received packets") struct ReceivedSequencesTests {
    private static let start = Instant.origin

    @Test("a sender's first packet may have any number, later ones only greater ones")
    func order() {
        var received = ReceivedSequences()
        let verdicts = [5, 5, 4, 6, 9, 7].map { received.accept($0, from: "PA_1", now: Self.start) }
        #expect(verdicts == [true, false, false, true, true, false])
        let isNew = received.accept(1, from: "PA_2", now: Self.start)
        #expect(isNew)
        #expect(received.states(now: Self.start) == ["PA_1": 9, "PA_2": 1])
    }

    @Test("a sender is forgotten after 30 s without a packet, and when it leaves")
    func forgetting() {
        var received = ReceivedSequences()
        _ = received.accept(5, from: "PA_1", now: Self.start)
        #expect(received.states(now: Self.start + .seconds(29)) == ["PA_1": 5])
        #expect(received.states(now: Self.start + .seconds(30)).isEmpty)
        var verdicts = [29, 30].map { received.accept(5, from: "PA_1", now: Self.start + .seconds($0)) }
        received.forget("PA_1")
        verdicts.append(received.accept(5, from: "PA_1", now: Self.start + .seconds(30)))
        #expect(verdicts == [false, true, true])
    }

    @Test("beyond 1024 senders the one that was silent longest is forgotten")
    func bounded() {
        var received = ReceivedSequences()
        for number in 0..<ReceivedSequences.limit {
            _ = received.accept(1, from: "PA_\(number)", now: Self.start + .milliseconds(number))
        }
        let now = Self.start + .seconds(2)
        _ = received.accept(1, from: "PA_new", now: now)
        #expect(received.count == ReceivedSequences.limit)
        let verdicts = ["PA_0", "PA_2"].map { received.accept(1, from: $0, now: now) }
        #expect(verdicts == [true, false])
    }
}
