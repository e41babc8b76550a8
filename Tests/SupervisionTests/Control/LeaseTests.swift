import Document
import FoundationEssentials
import Supervision
import Testing

@Suite("Control lease")
struct LeaseTests {
    @Test("a lease that is not renewed ends after its term")
    func term() {
        var scene = Scene()
        scene.send(.acquireLease(for: 30, steals: false))
        scene.pass(20)
        scene.send(.renewLease)
        scene.pass(29)
        #expect(scene.control.lease?.holder.id == "usr_ann")
        scene.pass(1)
        #expect(scene.control.lease == nil)
        #expect(scene.records("lease").last == ["fence": 1])
    }

    @Test("what needs the lease is refused without one")
    func needed() {
        var scene = Scene()
        let begin = scene.send(.beginWhisper(.standard, when: .now))
        #expect(scene.result(of: begin) == "rejected: lease-needed")
        #expect(scene.last.count == 1)
    }

    @Test("an admin may steal it, nobody else; who had it is told, and what they began goes on under the admin")
    func steal() {
        var scene = Scene()
        _ = scene.annWhispers()
        let bob = scene.send(.acquireLease(for: 30, steals: true), by: Scene.bob)
        #expect(scene.result(of: bob) == "rejected: control-held")
        scene.send(.acquireLease(for: 30, steals: true), by: Scene.eve)
        #expect(scene.records("lease_stolen").last?["from"]?["id"] == "usr_ann")
        #expect(scene.records("lease_stolen").last?["to"]?["id"] == "usr_eve")
        #expect(scene.control.lease?.fence == 2)
        #expect(scene.control.mode == .held(by: "usr_eve", reason: "whisper"))
        let former = scene.send(.injectWhisper("Mine."))
        #expect(scene.result(of: former) == "rejected: control-held")
        let inject = scene.send(.injectWhisper("Mine."), by: Scene.eve)
        #expect(scene.records("instruction_ack").last?["command_id"] == .string(inject))
    }

    @Test("when its holder is lost the agent goes on after fifteen seconds")
    func lost() {
        var scene = Scene()
        _ = scene.annWhispers()
        scene.tell(.holderLost(principal: "usr_ann"))
        scene.pass(14.9)
        #expect(scene.control.mode.name == "held")
        scene.pass(0.2)
        #expect(scene.control.mode == .agent)
        #expect(scene.control.lease == nil)
        #expect(scene.records("whisper_expired").last?["reason"] == "lease-lost")
    }

    @Test("a holder who is back within that time has lost nothing")
    func back() {
        var scene = Scene()
        _ = scene.annWhispers()
        scene.tell(.holderLost(principal: "usr_ann"))
        scene.pass(10)
        scene.send(.renewLease)
        scene.pass(20)
        #expect(scene.control.mode.name == "held")
    }

    @Test("while the holder's connection is seen the lease lasts; of others' nobody takes notice")
    func seen() {
        var scene = Scene()
        _ = scene.annWhispers()
        let commands = scene.records("command").count
        for _ in 0..<6 {
            scene.pass(10)
            scene.tell(.holderSeen(principal: "usr_ann"))
            scene.tell(.holderSeen(principal: "usr_bob"))
        }
        #expect(scene.control.lease?.holder.id == "usr_ann")
        #expect(scene.records("command").count == commands)
        scene.tell(.holderLost(principal: "usr_ann"))
        scene.pass(10)
        scene.tell(.holderSeen(principal: "usr_ann"))
        scene.pass(10)
        #expect(scene.control.mode.name == "held")
    }

    @Test("where a business wants it the caller is held a while longer, at most a minute", arguments: [40.0, 600])
    func held(wanted: TimeInterval) {
        var timings = ControlTimings()
        timings.holdWhenLost = wanted
        var scene = Scene(timings)
        _ = scene.annWhispers()
        scene.tell(.holderLost(principal: "usr_ann"))
        scene.pass(15)
        #expect(scene.control.mode == .held(by: "usr_ann", reason: "lost"))
        scene.pass(min(60, wanted) - 1)
        #expect(scene.control.mode.name == "held")
        scene.pass(2)
        #expect(scene.control.mode == .agent)
    }

    @Test("giving it back ends at once what needed it")
    func released() {
        var scene = Scene()
        scene.annHolds()
        scene.send(.muteAgent)
        #expect(scene.control.mode == .muted(by: "usr_ann"))
        let release = scene.send(.releaseLease)
        #expect(scene.result(of: release) == "applied")
        #expect(scene.control.mode == .agent)
    }

    @Test("a caller types and asks for a person, and may nothing else")
    func callers() {
        var scene = Scene()
        let steal = scene.send(.acquireLease(for: 30, steals: true), by: Scene.caller)
        let say = scene.send(.say("Ha.", when: .now, isInterruptible: true, endsCall: false), by: Scene.caller)
        let chat = scene.send(.chat("hello"), by: Scene.caller)
        let transfer = scene.send(.transfer(.queue(skills: []), message: nil, isBlocking: false), by: Scene.caller)
        #expect([steal, say].map { scene.result(of: $0) } == ["rejected: forbidden", "rejected: forbidden"])
        scene.tell(.carriedOut(command: chat, failure: nil), .carriedOut(command: transfer, failure: nil))
        #expect([chat, transfer].map { scene.result(of: $0) } == ["applied", "applied"])
    }
}
