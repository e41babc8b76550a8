import AgentDispatch
import Contract
import SwiftProtobuf
import Testing
import Timing

@Suite("Reconnection")
struct ReconnectionTests {
    @Test("attempt n waits 2n seconds, ten at most")
    func backOff() {
        var rig = Rig.registered()
        for expected in [2, 4, 6, 8, 10, 10, 10] {
            _ = rig.outputs()
            rig.tell(.ended(status: nil))
            rig.wait(.seconds(expected) - .milliseconds(1))
            #expect(rig.outputs().isEmpty)
            rig.wait(.milliseconds(1))
            #expect(rig.outputs() == [.connect])
        }
    }

    @Test("a registration starts the count anew")
    func countAnew() {
        var rig = Rig()
        rig.start()
        for _ in 0..<3 {
            rig.tell(.ended(status: 503))
            rig.wait(.seconds(10))
        }
        rig.tell(.opened)
        rig.server { $0.register.workerID = "AW_1" }
        _ = rig.outputs()
        rig.tell(.ended(status: nil))
        rig.wait(.seconds(2))
        #expect(rig.outputs() == [.connect])
    }

    @Test("a first connection that fails four times is not tried again")
    func givesUp() {
        var rig = Rig()
        rig.start()
        for _ in 0..<3 {
            rig.tell(.ended(status: nil))
            rig.wait(.seconds(10))
        }
        #expect(rig.outputs().allSatisfy { $0 == .connect })
        rig.tell(.ended(status: nil))
        #expect(rig.outputs() == [.stopped(.unreachable(attempts: 4))])
        rig.wait(.seconds(100))
        #expect(rig.outputs().isEmpty)
        #expect(rig.worker.timeout == nil)
    }

    @Test("a connection that was lost is tried for ever")
    func triesForEver() {
        var rig = Rig.registered()
        for _ in 0..<500 {
            rig.tell(.ended(status: 502))
            rig.wait(.seconds(10))
            #expect(rig.outputs() == [.connect])
        }
    }

    @Test("a server without workers is left at once, unless it had them before")
    func noWorkers() {
        var rig = Rig()
        rig.start()
        _ = rig.outputs()
        rig.tell(.ended(status: 404))
        #expect(rig.outputs() == [.stopped(.noWorkersHere)])
        rig = Rig.registered()
        rig.tell(.ended(status: 404))
        rig.wait(.seconds(2))
        #expect(rig.outputs() == [.connect])
    }

    @Test("a token the server does not accept is not tried again", arguments: [401, 403])
    func unauthorized(_ status: Int) {
        var rig = Rig()
        rig.start()
        _ = rig.outputs()
        rig.tell(.ended(status: status))
        #expect(rig.outputs() == [.stopped(.unauthorized)])
    }

    @Test("running jobs survive a lost socket and are named to the server again")
    func migrate() {
        var rig = Rig.registered { $0.capacity = 2 }
        rig.offer("AJ_1")
        rig.assign("AJ_1")
        _ = rig.outputs()
        rig.tell(.ended(status: nil))
        #expect(rig.worker.runningJobs == ["AJ_1"])
        rig.wait(.seconds(2))
        rig.tell(.opened)
        rig.server { $0.register.workerID = "AW_2" }
        let sent = rig.sent()
        #expect(sent.contains(.migrateJob(.with { $0.jobIds = ["AJ_1"] })))
        #expect(
            sent.contains(
                .updateWorker(
                    .with {
                        $0.status = .wsAvailable
                        $0.jobCount = 1
                    })))
    }

    @Test("the end of a job is reported after the reconnection")
    func lateReport() {
        var rig = Rig.registered()
        rig.offer("AJ_1")
        rig.assign("AJ_1")
        rig.tell(.ended(status: nil))
        _ = rig.outputs()
        rig.worker.jobEnded("AJ_1", .failed("no sound"), now: rig.now)
        #expect(rig.outputs().isEmpty)
        rig.wait(.seconds(2))
        rig.tell(.opened)
        rig.server { $0.register.workerID = "AW_2" }
        #expect(
            rig.sent().last
                == .updateJob(
                    .with {
                        $0.jobID = "AJ_1"
                        $0.status = .jsFailed
                        $0.error = "no sound"
                    }))
    }

    /// Reports since the last look, as job and status.
    private func reports(_ rig: inout Rig) -> [String] {
        rig.sent().compactMap { message in
            if case .updateJob(let report) = message { "\(report.jobID) \(report.status)" } else { nil }
        }
    }

    private func reconnect(_ rig: inout Rig) {
        rig.tell(.ended(status: nil))
        rig.wait(.seconds(2))
        rig.tell(.opened)
        rig.server { $0.register.workerID = "AW_2" }
    }

    @Test("a report that a dying socket may have swallowed is sent again, the newest of each job alone")
    func swallowed() {
        var rig = Rig.registered { $0.capacity = 2 }
        rig.assign("AJ_1")
        rig.assign("AJ_2")
        rig.worker.jobEnded("AJ_1", .succeeded, now: rig.now)
        #expect(reports(&rig) == ["AJ_1 jsRunning", "AJ_2 jsRunning", "AJ_1 jsSuccess"])
        reconnect(&rig)
        #expect(reports(&rig) == ["AJ_2 jsRunning", "AJ_1 jsSuccess"])
    }

    @Test("what a pong proves to have arrived is not said again")
    func confirmed() {
        var rig = Rig.registered { $0.capacity = 2 }
        rig.assign("AJ_1")
        rig.worker.jobEnded("AJ_1", .succeeded, now: rig.now)
        rig.wait(.seconds(10))
        rig.assign("AJ_2")
        rig.server { $0.pong.lastTimestamp = 77 }
        rig.server { $0.pong.lastTimestamp = 10_000 }
        _ = rig.outputs()
        reconnect(&rig)
        #expect(reports(&rig) == ["AJ_2 jsRunning"])
    }

    @Test("without pongs a report counts as arrived after half a minute")
    func aged() {
        var rig = Rig.registered { $0.capacity = 2 }
        rig.assign("AJ_1")
        rig.worker.jobEnded("AJ_1", .succeeded, now: rig.now)
        rig.wait(.seconds(31))
        _ = rig.outputs()
        reconnect(&rig)
        #expect(reports(&rig).isEmpty)
    }

    @Test("of more than a thousand reports the oldest are dropped")
    func manyReports() {
        var rig = Rig.registered { $0.capacity = 2000 }
        for number in 0..<1030 { rig.assign("AJ_\(number)") }
        rig.tell(.ended(status: nil))
        for number in 0..<1030 { rig.worker.jobEnded("AJ_\(number)", .failed("x"), now: rig.now) }
        _ = rig.outputs()
        rig.wait(.seconds(2))
        rig.tell(.opened)
        rig.server { $0.register.workerID = "AW_2" }
        let sent = reports(&rig)
        #expect(sent.count == 1024)
        #expect(sent.first == "AJ_6 jsFailed")
    }

    @Test("a slot promised on the lost socket is free again")
    func promises() {
        var rig = Rig.registered()
        rig.offer("AJ_1")
        rig.tell(.ended(status: nil))
        rig.wait(.seconds(2))
        rig.tell(.opened)
        rig.server { $0.register.workerID = "AW_2" }
        _ = rig.outputs()
        rig.offer("AJ_2")
        guard case .availability(let answer) = rig.sent().first else { return }
        #expect(answer.available)
    }

    @Test("nothing is promised on a socket that is being closed")
    func closing() {
        var rig = Rig.registered()
        rig.worker.stop(now: rig.now)
        #expect(rig.outputs() == [.disconnect])
        rig.offer("AJ_1")
        rig.assign("AJ_2")
        #expect(rig.outputs().isEmpty)
        rig.tell(.ended(status: nil))
        #expect(rig.outputs() == [.stopped(.requested)])
        #expect(rig.worker.timeout == nil)
    }

    @Test("stopping between two attempts stops at once")
    func stopWhileWaiting() {
        var rig = Rig()
        rig.start()
        rig.tell(.ended(status: nil))
        _ = rig.outputs()
        rig.worker.stop(now: rig.now)
        rig.worker.stop(now: rig.now)
        #expect(rig.outputs() == [.stopped(.requested)])
    }
}
