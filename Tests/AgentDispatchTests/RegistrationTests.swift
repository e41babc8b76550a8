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

    @Test("a worker says which jobs it is for", arguments: [Livekit_JobType.jtRoom, .jtPublisher, .jtParticipant])
    func purpose(_ type: Livekit_JobType) {
        var rig = Rig {
            $0.type = type
            $0.namespace = "blue"
            $0.deployment = "canary"
        }
        rig.start()
        rig.tell(.opened)
        guard case .register(let request) = rig.sent().first else {
            Issue.record("not registered")
            return
        }
        #expect(request.type == type)
        #expect(request.namespace == "blue")
        #expect(request.deployment == "canary")
    }

    @Test("a deployment's name is short, without blanks and underscores")
    func deployments() {
        #expect(WorkerOptions.isDeployment("") && WorkerOptions.isDeployment(String(repeating: "d", count: 64)))
        for name in ["a_b", "a b", "a\n", String(repeating: "d", count: 65)] {
            #expect(!WorkerOptions.isDeployment(name))
        }
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

    @Test("nonsense from the server is ignored, and counted where it is no message")
    func nonsense() {
        var rig = Rig.registered()
        rig.tell(.received([0xFF, 0xFF, 0xFF]))
        rig.tell(.received([]))
        rig.tell(.received([0xFA, 0x01, 1, 0]))
        #expect(rig.outputs().isEmpty)
        #expect(rig.worker.isRegistered && rig.worker.unreadableMessages == 1)
    }

    @Test("no truncation of what a server says does harm")
    func truncations() {
        let messages: [Livekit_ServerMessage] = [
            .with { $0.register.workerID = "AW_1" },
            .with {
                $0.availability.job.id = "AJ_1"
                $0.availability.job.room.name = "r"
            },
            .with {
                $0.assignment.job.id = "AJ_1"
                $0.assignment.token = "token"
            },
            .with { $0.pong.lastTimestamp = .max },
            .with { $0.termination.jobID = "AJ_1" },
        ]
        var rig = Rig.registered { $0.capacity = 2 }
        for message in messages {
            let bytes: [UInt8] = (try? message.serializedBytes()) ?? []
            for length in 0...bytes.count { rig.tell(.received(Array(bytes.prefix(length)))) }
        }
        #expect(rig.worker.isRegistered)
        #expect(rig.worker.runningJobs.allSatisfy { "AJ_1".hasPrefix($0) })
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
