import Conversation
import Document
import Foundation
import Host
import NIOPosix
import Session
import Store
import Supervision
import Testing
import Token
import Transport
import Worker

@Suite(.serialized, .timeLimit(.minutes(3)))
struct SuccessionTests {
    @Test("a process ends in the middle of a whisper: another goes on with the same caller, and instructs once")
    func succession() async throws {
        try await Office.open { office in
            let session = "sess_heir"
            let phone = try await office.call(session)
            try await phone.wait("the greeting") { $0.agentSaid.count == 1 }
            try await office.takeLease(of: session)
            try await office.order(.beginWhisper(.standard, when: .now), in: session)
            try await office.wait(forMode: "held", of: session)
            await office.worker.calls.first?.vanish()
            #expect(office.ending(of: session) == nil)
            let before = await phone.agentSaid.count
            let heir = try await office.heir(of: session)
            let work = Task { await heir.run() }
            while try await office.exchange.holdings.holder(of: session, now: Date()) == nil {
                try await Task.sleep(for: .milliseconds(20))
            }
            let inject = try await office.order(.injectWhisper("We are closed tomorrow."), in: session)
            #expect(try await office.outcome(of: inject, in: session)["status"]?.string == "applied")
            try await phone.wait("the next agent's words") { $0.agentSaid.count > before }
            let applied = office.frames("command", of: session).filter {
                $0["command_id"]?.string == inject && $0["status"]?.string == "applied"
            }
            #expect(applied.count == 1 && office.frames("instruction_ack", of: session).count == 1)
            try await office.wait(forMode: "ai", of: session)
            await phone.hangUp()
            #expect(try await office.waitForEnd(of: session) == "caller_left")
            #expect(await work.value == .ended(reason: "caller_left"))
        }
    }

    @Test("a session that another process holds is left to it")
    func held() async throws {
        try await Office.open(options: { $0.claimDeadline = .milliseconds(500) }) { office in
            let session = "sess_held"
            let holding = try await office.exchange.holdings.claim(session, by: "proc_other", now: Date())
            #expect(holding != nil)
            let phone = try await office.call(session)
            try await Task.sleep(for: .seconds(2))
            #expect(await phone.agentSaid.isEmpty)
            #expect(await office.worker.calls.isEmpty)
            #expect(office.frames("lifecycle", of: session).isEmpty)
        }
    }
}

extension Office {
    /// The call that another process makes of a session it takes up.
    fileprivate func heir(of session: String) async throws -> CallSession {
        let services = try services()
        var grants = VideoGrant.join(session)
        grants.agent = true
        let token = try AccessToken(identity: "heir", grants: grants).signed(
            key: Self.key, secret: Self.secret, now: Date())
        let invitation = CallInvitation(
            server: try #require(ServerURL(url)), token: token, room: session, job: "AJ_heir")
        let host = try await services.reception.open(.voice, id: session, room: session)
        return try CallSession(
            invitation, host: host, services: services, on: MultiThreadedEventLoopGroup.singleton.next())
    }
}
