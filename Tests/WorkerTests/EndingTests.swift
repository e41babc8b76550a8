import AgentDispatch
import Foundation
import Logging
import RoomServer
import Testing
import Timing
import Transport
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

    @Test("a worker that is asked twice to stop ends its calls at once")
    func cutOff() async throws {
        try await Office.open { office in
            let phone = try await office.call("sess_cut")
            try await phone.wait("the greeting") { $0.agentSaid.count == 1 }
            await office.worker.drain()
            office.cutOff()
            try await phone.wait("the agent's leaving", within: .seconds(5)) { $0.agentLeft }
            #expect(try await office.waitForEnd(of: "sess_cut") == "shutdown")
            try await office.workerEnded()
        }
    }

    @Test("of two callers one may leave: the call goes on with the other, and ends with him")
    func secondCaller() async throws {
        try await Office.open { office in
            let phone = try await office.call("sess_both")
            try await phone.wait("the greeting") { $0.agentSaid.count == 1 }
            let second = try Phone("bob")
            try await second.join("sess_both", at: office.url)
            try await second.wait("the agent") { $0.agent != nil }
            // The agent must have seen the second microphone before the first leaves.
            try await Task.sleep(for: .seconds(2))
            await phone.hangUp()
            try await Task.sleep(for: .seconds(1))
            #expect(office.ending(of: "sess_both") == nil)
            try await second.say(Recordings.named("hours1"))
            try await second.wait("the answer", within: .seconds(25)) { !$0.agentSaid.isEmpty }
            await second.hangUp()
            #expect(try await office.waitForEnd(of: "sess_both") == "caller_left")
        }
    }

    @Test("a full worker leaves the next caller to others")
    func full() async throws {
        try await Office.open(options: { $0.capacity = 1 }) { office in
            let phone = try await office.call("sess_first")
            try await phone.wait("the greeting") { $0.agentSaid.count == 1 }
            let second = try await office.call("sess_second", as: "second")
            try await Task.sleep(for: .milliseconds(500))
            #expect(await second.agent == nil)
            #expect(await office.worker.calls.count == 1)
        }
    }

    @Test("a worker with a wrong address gives up soon, and says which address and why")
    func wrongAddress() async throws {
        let nowhere = { (options: inout VoiceWorkerOptions) in
            options.server = ServerURL("ws://127.0.0.1:1") ?? options.server
            options.timing.retryStep = .milliseconds(1)
        }
        try await Office.open(options: nowhere) { office in
            let error = await #expect(throws: VoiceWorkerError.self) { try await office.workerEnded() }
            let sentence = error.map { "\($0)" } ?? ""
            #expect(sentence.contains("127.0.0.1:1") && sentence.contains("LIVEKIT_URL"))
        }
        let elsewhere = { (options: inout VoiceWorkerOptions) in
            options.server = ServerURL("\(options.server)/elsewhere") ?? options.server
        }
        try await Office.open(options: elsewhere) { office in
            let error = await #expect(throws: VoiceWorkerError.self) { try await office.workerEnded() }
            guard case .noWorkersHere = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }

    @Test("a worker with the wrong secret gives up and says why")
    func wrongSecret() async throws {
        try await Office.open(options: { $0.apiSecret = "wrong" }) { office in
            await #expect(throws: VoiceWorkerError.unauthorized) { try await office.workerEnded() }
        }
    }
}
