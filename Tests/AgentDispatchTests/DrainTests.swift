import AgentDispatch
import Contract
import SwiftProtobuf
import Testing
import Timing

@Suite("Draining")
struct DrainTests {
    @Test("an idle worker is drained at once")
    func idle() {
        var rig = Rig.registered()
        rig.worker.drain(now: rig.now)
        rig.worker.drain(now: rig.now)
        let outputs = rig.outputs()
        #expect(outputs.filter { $0 == .drained }.count == 1)
        #expect(rig.worker.status == .wsFull)
    }

    @Test("a draining worker is full, takes no job, and is drained when the last one ends")
    func jobs() {
        var rig = Rig.registered { $0.capacity = 3 }
        rig.assign("AJ_1")
        rig.assign("AJ_2")
        _ = rig.outputs()
        rig.worker.drain(now: rig.now)
        #expect(
            rig.sent() == [
                .updateWorker(
                    .with {
                        $0.status = .wsFull
                        $0.jobCount = 2
                    })
            ])
        rig.offer("AJ_3")
        guard case .availability(let answer) = rig.sent().first else {
            Issue.record("no answer")
            return
        }
        #expect(!answer.available)
        #expect(answer.participantIdentity.isEmpty)
        rig.worker.jobEnded("AJ_1", .succeeded, now: rig.now)
        #expect(!rig.outputs().contains(.drained))
        rig.worker.jobEnded("AJ_2", .succeeded, now: rig.now)
        #expect(rig.outputs().last == .drained)
    }

    @Test("a promised slot is waited for before a worker is drained")
    func promised() {
        var rig = Rig.registered()
        rig.offer("AJ_1")
        rig.worker.drain(now: rig.now)
        #expect(!rig.outputs().contains(.drained))
        rig.wait(.milliseconds(7500))
        #expect(rig.outputs().contains(.drained))
    }

    @Test("a worker that is asked to stop takes what it promised, and nothing else")
    func promisesKept() {
        var rig = Rig.registered { $0.capacity = 3 }
        rig.offer("AJ_1")
        rig.worker.drain(now: rig.now)
        _ = rig.outputs()
        rig.assign("AJ_1")
        #expect(rig.worker.runningJobs == ["AJ_1"])
        _ = rig.outputs()
        rig.assign("AJ_2")
        #expect(
            rig.sent() == [
                .updateJob(
                    .with {
                        $0.jobID = "AJ_2"
                        $0.status = .jsFailed
                        $0.error = "the worker is shutting down"
                    })
            ])
        #expect(rig.worker.runningJobs == ["AJ_1"])
    }

    /// Draining, without a connection, and its only job has just ended.
    private func unreported() -> Rig {
        var rig = Rig.registered()
        rig.assign("AJ_1")
        rig.worker.drain(now: rig.now)
        rig.tell(.ended(status: nil))
        rig.worker.jobEnded("AJ_1", .succeeded, now: rig.now)
        return rig
    }

    @Test("a worker is drained when the end of its last job could be reported")
    func reportsFirst() {
        var rig = unreported()
        #expect(!rig.outputs().contains(.drained))
        rig.wait(.seconds(2))
        rig.tell(.opened)
        #expect(!rig.outputs().contains(.drained))
        rig.server { $0.register.workerID = "AW_2" }
        #expect(rig.outputs().last == .drained)
    }

    @Test("a worker without a server is drained ten seconds after its last job ended")
    func nobodyToReportTo() {
        var rig = unreported()
        rig.wait(.seconds(2))
        rig.tell(.ended(status: nil))
        rig.wait(.milliseconds(7999))
        #expect(!rig.outputs().contains(.drained))
        rig.wait(.milliseconds(1))
        #expect(rig.outputs().contains(.drained))
    }
}
