import Foundation
import Logging
import RoomServer
import Testing
import Timing
import Worker

@Suite(.serialized, .timeLimit(.minutes(3)))
struct EndingTests {
    @Test("after a goodbye the farewell is heard to its end, then the agent leaves by itself")
    func goodbye() async throws {
        try await Office.open { office in
            let phone = try await office.call("sess_bye")
            try await phone.wait("the greeting") { $0.agentSaid.count == 1 }
            try await phone.say(Recordings.named("bye1"))
            try await phone.wait("the agent's leaving", within: .seconds(25)) { $0.agentLeft }
            #expect(await phone.agentSaid.count == 2)
            let farewell = await phone.agentSaid.last ?? ""
            #expect(office.transcript("sess_bye").last == "assistant: \(farewell)")
            #expect(try await office.waitForEnd(of: "sess_bye") == "goodbye")
        }
    }

    @Test("a supervisor with a microphone is not the caller: when the caller leaves, the call ends")
    func supervisorStays() async throws {
        try await Office.open { office in
            let phone = try await office.call("sess_watched")
            try await phone.wait("the agent") { $0.agent != nil }
            let supervisor = try Phone("supervisor")
            try await supervisor.join("sess_watched", at: office.url, role: "supervisor")
            try await supervisor.wait("the agent") { $0.agent != nil }
            try await phone.wait("the greeting") { $0.agentSaid.count == 1 }
            await phone.hangUp()
            #expect(try await office.waitForEnd(of: "sess_watched") == "caller_left")
            try await supervisor.wait("the agent's leaving") { $0.agentLeft }
        }
    }

    @Test("when the server goes away the call ends with a reason, and so does the session")
    func serverGone() async throws {
        try await Office.open { office in
            let phone = try await office.call("sess_gone")
            try await phone.wait("the greeting") { $0.agentSaid.count == 1 }
            await office.server.stop()
            #expect(try await office.waitForEnd(of: "sess_gone", within: .seconds(60)) == "connection_lost")
        }
    }

    @Test("shutting down, a worker takes no call, says farewell at its deadline, and ends")
    func shuttingDown() async throws {
        try await Office.open(options: { $0.drainDeadline = .seconds(1) }) { office in
            let phone = try await office.call("sess_drained")
            try await phone.wait("the greeting") { $0.agentSaid.count == 1 }
            await office.worker.drain()
            let late = try await office.call("sess_late", as: "late")
            try await phone.wait("the farewell", within: .seconds(10)) { $0.agentLeft }
            #expect(await phone.agentSaid.last?.contains("Goodbye") == true)
            #expect(try await office.waitForEnd(of: "sess_drained") == "shutdown")
            try await office.workerEnded()
            #expect(await late.agent == nil)
        }
    }

    @Test("a full worker leaves the next caller to others")
    func full() async throws {
        try await Office.open(capacity: 1) { office in
            let phone = try await office.call("sess_first")
            try await phone.wait("the greeting") { $0.agentSaid.count == 1 }
            let second = try await office.call("sess_second", as: "second")
            try await Task.sleep(for: .milliseconds(500))
            #expect(await second.agent == nil)
            #expect(await office.worker.calls.count == 1)
        }
    }

    @Test("a worker with the wrong secret gives up and says why")
    func wrongSecret() async throws {
        try await Office.open(options: { $0.apiSecret = "wrong" }) { office in
            await #expect(throws: VoiceWorkerError.unauthorized) { try await office.workerEnded() }
        }
    }
}
