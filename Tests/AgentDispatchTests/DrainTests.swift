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
}
