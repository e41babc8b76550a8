import Contract
import Room
import Testing
import Timing

@Suite("The laws of time") struct TimeoutLawTests {
    /// A room in each of its phases.
    enum Moment: CaseIterable {
        case joining, connecting, connected, offering, pausing, suspended, reopening, mending

        func stage() throws -> RoomStage {
            let begins: Set<Moment> = [.joining, .connecting, .pausing]
            let stage = begins.contains(self) ? try RoomStage() : try RoomStage.connected(.dual)
            if begins.contains(self) { stage.connect() }
            switch self {
            case .joining, .connected: break
            case .connecting: stage.join(ping: 5, patience: 15)
            case .offering: _ = stage.room.publishAudio(name: "voice", now: stage.now)
            case .pausing: stage.refuse(503)
            case .suspended: stage.lose()
            case .reopening, .mending: try mend(stage)
            }
            return stage
        }

        private func mend(_ stage: RoomStage) throws {
            stage.lose()
            stage.run(for: .milliseconds(300))
            guard self == .mending else { return }
            stage.takeUp()
            try stage.offer(restarting: true)
        }
    }

    @Test("draining twice yields the same timeout", arguments: Moment.allCases)
    func draining(moment: Moment) throws {
        let stage = try moment.stage()
        stage.drain()
        let before = stage.timeout
        stage.drain()
        #expect(before != nil && stage.timeout == before)
    }

    @Test("waking early changes nothing", arguments: Moment.allCases)
    func early(moment: Moment) throws {
        let stage = try moment.stage()
        stage.run(for: .milliseconds(1))
        let (timeout, happenings) = (try #require(stage.timeout), stage.happenings)
        #expect(timeout > stage.now)
        stage.wake(at: timeout - .nanoseconds(1))
        #expect(stage.timeout == timeout && stage.happenings == happenings)
    }

    @Test("waking at the timeout makes progress", arguments: Moment.allCases)
    func onTime(moment: Moment) throws {
        let stage = try moment.stage()
        for _ in 0..<50 {
            stage.drain()
            guard let timeout = stage.timeout else { break }
            let happenings = stage.happenings
            stage.wake(at: timeout)
            #expect(stage.timeout != timeout || stage.happenings > happenings)
        }
    }

    @Test("before it is asked to connect, a room wants nothing")
    func idle() throws {
        let stage = try RoomStage()
        stage.drain()
        #expect(stage.timeout == nil && stage.openings.isEmpty)
    }

    @Test("a path that goes silent is given two seconds to come back")
    func lostPath() throws {
        let stage = try RoomStage.connected()
        stage.cutPath()
        stage.run(for: .seconds(60))
        let reason = try #require(stage.reconnections.first)
        #expect(reason.contains("path") || reason.contains("media"))
        #expect(stage.openings.count >= 2)
    }
}
