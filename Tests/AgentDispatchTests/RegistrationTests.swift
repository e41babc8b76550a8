import AgentDispatch
import Contract
import SwiftProtobuf
import Testing
import Timing

@Suite("Registration")
struct RegistrationTests {
    @Test("a worker connects, registers, and says that it is available")
    func order() {
        var rig = Rig {
            $0.agentName = "lex"
            $0.version = "7"
        }
        rig.start()
        #expect(rig.outputs() == [.connect])
        rig.tell(.opened)
        let registration = rig.sent()
        guard case .register(let request) = registration.first, registration.count == 1 else {
            Issue.record("sent \(registration)")
            return
        }
        #expect(request.agentName == "lex")
        #expect(request.version == "7")
        #expect(request.allowedPermissions.agent)
        #expect(request.allowedPermissions.canUpdateMetadata)
        rig.server { $0.register.workerID = "AW_gtiqkLBcxX9y" }
        let outputs = rig.outputs()
        #expect(outputs.first == .registered(workerID: "AW_gtiqkLBcxX9y"))
        // A status of zero must be on the wire: update_worker { status: WS_AVAILABLE } is 4 bytes.
        #expect(outputs.last == .send([0x1A, 2, 0x08, 0]))
        #expect(rig.worker.isRegistered)
    }

    @Test("starting twice connects once")
    func startTwice() {
        var rig = Rig()
        rig.start()
        rig.start()
        #expect(rig.outputs() == [.connect])
    }

    @Test("load and jobs are reported every two and a half seconds")
    func updates() {
        var rig = Rig.registered { $0.timing.ping = .seconds(100) }
        rig.worker.report(load: 0.25, now: rig.now)
        rig.wait(.milliseconds(2499))
        #expect(rig.sent().isEmpty)
        rig.wait(.milliseconds(1))
        #expect(
            rig.sent() == [
                .updateWorker(
                    .with {
                        $0.status = .wsAvailable
                        $0.load = 0.25
                    })
            ])
        rig.wait(.seconds(10))
        #expect(rig.sent().count == 4)
    }

    @Test("a server that does not answer the registration is left after ten seconds")
    func unanswered() {
        var rig = Rig()
        rig.start()
        rig.tell(.opened)
        _ = rig.outputs()
        rig.wait(.milliseconds(9999))
        #expect(rig.outputs().isEmpty)
        rig.wait(.milliseconds(1))
        #expect(rig.outputs() == [.disconnect])
        rig.tell(.ended(status: nil))
        rig.wait(.seconds(2))
        #expect(rig.outputs() == [.connect])
    }

    @Test("pings are sent, and a server that answered one and then falls silent is left")
    func silence() {
        var rig = Rig.registered()
        rig.wait(.seconds(10))
        #expect(rig.sent().contains(.ping(.with { $0.timestamp = 10_000 })))
        rig.server { $0.pong.lastTimestamp = 10_000 }
        rig.wait(.milliseconds(29_999))
        #expect(!rig.outputs().contains(.disconnect))
        rig.wait(.milliseconds(1))
        #expect(rig.outputs().last == .disconnect)
        #expect(rig.worker.timeout == nil)
    }

    @Test("a server that never answers pings is kept")
    func noPongs() {
        var rig = Rig.registered()
        rig.wait(.seconds(600))
        #expect(!rig.outputs().contains(.disconnect))
    }

    @Test("nonsense from the server is ignored")
    func nonsense() {
        var rig = Rig.registered()
        rig.tell(.received([0xFF, 0xFF, 0xFF]))
        rig.tell(.received([]))
        rig.tell(.received([0xFA, 0x01, 1, 0]))
        #expect(rig.outputs().isEmpty)
        #expect(rig.worker.isRegistered)
    }

    @Test("waking early changes nothing, and waking at the timeout makes progress")
    func laws() throws {
        var rig = Rig.registered()
        for _ in 0..<50 {
            let timeout = try #require(rig.worker.timeout)
            #expect(rig.worker.timeout == timeout)
            rig.worker.handleTimeout(now: timeout - .nanoseconds(1))
            #expect(rig.worker.pollOutput() == nil)
            #expect(rig.worker.timeout == timeout)
            rig.worker.handleTimeout(now: timeout)
            #expect(rig.worker.pollOutput() != nil)
            while rig.worker.pollOutput() != nil {}
            #expect(try #require(rig.worker.timeout) > timeout)
        }
    }
}
