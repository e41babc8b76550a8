import AgentDispatch
import Contract
import SwiftProtobuf
import Testing
import Timing

@Suite("Jobs")
struct JobTests {
    private func running(_ id: String) -> Livekit_WorkerMessage.OneOf_Message {
        .updateJob(
            .with {
                $0.jobID = id
                $0.status = .jsRunning
            })
    }

    /// The answer to the last offer.
    private func isAvailable(_ rig: inout Rig, _ id: String) -> Bool? {
        rig.offer(id)
        for case .availability(let answer) in rig.sent() where answer.jobID == id { return answer.available }
        return nil
    }

    @Test("a job is offered, taken, assigned, run and reported in the order of the protocol")
    func wholeLife() {
        var rig = Rig.registered {
            $0.capacity = 2
            $0.agentName = "lex"
            $0.participantAttributes = ["a": "b"]
        }
        rig.offer("AJ_1")
        #expect(
            rig.sent() == [
                .availability(
                    .with {
                        $0.jobID = "AJ_1"
                        $0.available = true
                        $0.participantIdentity = "agent-AJ_1"
                        $0.participantAttributes = ["a": "b", "lk.agent.name": "lex"]
                    })
            ])
        rig.assign("AJ_1", token: "the-token")
        let outputs = rig.outputs()
        let job = AssignedJob(job: .with { $0.id = "AJ_1" }, url: nil, token: "the-token")
        #expect(outputs.first == .startJob(job))
        #expect(outputs.count == 2)
        rig.worker.jobEnded("AJ_1", .succeeded, now: rig.now)
        #expect(
            rig.sent() == [
                .updateJob(
                    .with {
                        $0.jobID = "AJ_1"
                        $0.status = .jsSuccess
                    })
            ])
        #expect(rig.worker.runningJobs.isEmpty)
    }

    @Test("a running job is counted in the next report")
    func counted() {
        var rig = Rig.registered { $0.capacity = 2 }
        rig.offer("AJ_1")
        rig.assign("AJ_1")
        #expect(rig.sent().last == running("AJ_1"))
        rig.wait(.milliseconds(2500))
        #expect(
            rig.sent() == [
                .updateWorker(
                    .with {
                        $0.status = .wsAvailable
                        $0.jobCount = 1
                    })
            ])
    }

    @Test("two offers at once do not share the last slot")
    func oneSlot() {
        var rig = Rig.registered()
        #expect(isAvailable(&rig, "AJ_1") == true)
        #expect(isAvailable(&rig, "AJ_2") == false)
        rig.assign("AJ_1")
        #expect(isAvailable(&rig, "AJ_3") == false)
        rig.worker.jobEnded("AJ_1", .succeeded, now: rig.now)
        #expect(isAvailable(&rig, "AJ_4") == true)
    }

    @Test("the same offer twice holds one slot")
    func offeredTwice() {
        var rig = Rig.registered { $0.capacity = 2 }
        #expect(isAvailable(&rig, "AJ_1") == true)
        #expect(isAvailable(&rig, "AJ_1") == true)
        #expect(isAvailable(&rig, "AJ_2") == true)
    }

    @Test("a full worker says so at once, and again when it has room")
    func full() {
        var rig = Rig.registered()
        rig.offer("AJ_1")
        #expect(rig.sent().last == .updateWorker(.with { $0.status = .wsFull }))
        rig.assign("AJ_1")
        _ = rig.outputs()
        rig.worker.jobEnded("AJ_1", .succeeded, now: rig.now)
        #expect(rig.sent().last == .updateWorker(.with { $0.status = .wsAvailable }))
    }

    @Test("an overloaded worker is full and declines", arguments: [0.7, 1, Float.infinity, .nan])
    func overload(_ load: Float) {
        var rig = Rig.registered()
        rig.worker.report(load: load, now: rig.now)
        guard case .updateWorker(let update) = rig.sent().last else {
            Issue.record("nothing was said")
            return
        }
        #expect(update.status == .wsFull)
        #expect(update.load.isFinite)
        #expect(isAvailable(&rig, "AJ_1") == false)
        rig.worker.report(load: 0.1, now: rig.now)
        #expect(isAvailable(&rig, "AJ_2") == true)
    }

    @Test("an overloaded worker is full until it is clearly relieved")
    func hysteresis() {
        var rig = Rig.registered()
        let told = [Float](arrayLiteral: 0.69, 0.7, 0.69, 0.56, 0.54, 0.69).map { load in
            rig.worker.report(load: load, now: rig.now)
            return rig.worker.status
        }
        #expect(told == [.wsAvailable, .wsFull, .wsFull, .wsFull, .wsAvailable, .wsAvailable])
        #expect(rig.sent().count == 2)
    }

    @Test("an offer without a name or of another type is declined")
    func strangeOffers() {
        var rig = Rig.registered { $0.capacity = 2 }
        #expect(isAvailable(&rig, "") == false)
        rig.server {
            $0.availability.job.id = "AJ_1"
            $0.availability.job.type = .jtPublisher
        }
        guard case .availability(let answer)? = rig.sent().last else {
            Issue.record("no answer")
            return
        }
        #expect(!answer.available && !answer.terminate)
    }

    /// Whether a job that is offered is ended by the answer.
    private func isTerminated(_ rig: inout Rig, _ id: String) -> Bool? {
        rig.offer(id)
        for case .availability(let answer) in rig.sent() where answer.jobID == id {
            return answer.terminate && !answer.available
        }
        return nil
    }

    @Test("a job that runs here or was done here is not given to another worker; one that failed may be tried again")
    func notTwice() {
        var rig = Rig.registered { $0.capacity = 3 }
        for id in ["AJ_1", "AJ_2", "AJ_3"] { rig.assign(id) }
        rig.worker.jobEnded("AJ_2", .succeeded, now: rig.now)
        rig.worker.jobEnded("AJ_3", .failed("no sound"), now: rig.now)
        #expect(isTerminated(&rig, "AJ_1") == true)
        #expect(isTerminated(&rig, "AJ_2") == true)
        #expect(isTerminated(&rig, "AJ_3") == false)
        #expect(isTerminated(&rig, "AJ_4") == false)
    }

    @Test("a room that is made anew while its call still runs here gets no second agent; a room that asks twice does")
    func roomMadeAnew() {
        var rig = Rig.registered { $0.capacity = 4 }
        func offer(_ id: String, _ room: String, _ sid: String) -> [Bool] {
            rig.server {
                $0.availability.job.id = id
                $0.availability.job.room = .with { ($0.name, $0.sid) = (room, sid) }
            }
            return rig.sent().compactMap { message in
                guard case .availability(let answer) = message, answer.jobID == id else { return nil }
                return answer.terminate
            }
        }
        rig.server {
            $0.assignment.job.id = "AJ_1"
            $0.assignment.job.room = .with { ($0.name, $0.sid) = ("hall", "RM_1") }
            $0.assignment.token = "token"
        }
        #expect(offer("AJ_2", "hall", "RM_2") == [true])
        #expect(offer("AJ_3", "hall", "RM_1") == [false])
        #expect(offer("AJ_4", "yard", "RM_3") == [false])
        rig.worker.jobEnded("AJ_1", .succeeded, now: rig.now)
        #expect(offer("AJ_5", "hall", "RM_2") == [false])
    }

    @Test("the last sixty-four jobs that were done are remembered")
    func forgotten() {
        var rig = Rig.registered()
        for number in 0..<65 {
            rig.assign("AJ_\(number)")
            rig.worker.jobEnded("AJ_\(number)", .succeeded, now: rig.now)
        }
        #expect(isTerminated(&rig, "AJ_1") == true)
        #expect(isTerminated(&rig, "AJ_0") == false)
    }

    @Test("a slot is free again when the assignment does not come in time")
    func lapse() {
        var rig = Rig.registered()
        rig.offer("AJ_1")
        rig.wait(.milliseconds(7499))
        #expect(isAvailable(&rig, "AJ_2") == false)
        rig.wait(.milliseconds(1))
        #expect(rig.sent().last == .updateWorker(.with { $0.status = .wsAvailable }))
        #expect(isAvailable(&rig, "AJ_3") == true)
    }

    @Test("a late assignment is taken if there is room, and reported as failed if not")
    func late() {
        var rig = Rig.registered()
        rig.assign("AJ_1")
        #expect(rig.outputs().contains { if case .startJob = $0 { true } else { false } })
        rig.assign("AJ_2")
        #expect(
            rig.sent() == [
                .updateJob(
                    .with {
                        $0.jobID = "AJ_2"
                        $0.status = .jsFailed
                        $0.error = "no slot is free"
                    })
            ])
        #expect(rig.worker.runningJobs == ["AJ_1"])
    }

    @Test("an assignment without a token fails, and frees its slot")
    func noToken() {
        var rig = Rig.registered()
        rig.offer("AJ_1")
        _ = rig.outputs()
        rig.assign("AJ_1", token: "")
        guard case .updateJob(let update) = rig.sent().first else { return }
        #expect(update.status == .jsFailed)
        #expect(isAvailable(&rig, "AJ_2") == true)
    }

    @Test("an assignment said twice starts one job")
    func assignedTwice() {
        var rig = Rig.registered()
        rig.assign("AJ_1")
        _ = rig.outputs()
        rig.assign("AJ_1")
        #expect(rig.outputs().isEmpty)
    }

    @Test("termination ends a running job, frees a promised slot, and ignores strangers")
    func termination() {
        var rig = Rig.registered { $0.capacity = 2 }
        rig.assign("AJ_1")
        rig.offer("AJ_2")
        _ = rig.outputs()
        for id in ["AJ_1", "AJ_2", "AJ_9"] { rig.server { $0.termination.jobID = id } }
        #expect(rig.outputs().filter { $0 == .terminateJob(id: "AJ_1") }.count == 1)
        #expect(rig.worker.runningJobs == ["AJ_1"])
        #expect(isAvailable(&rig, "AJ_3") == true)
    }

    @Test("the end of a job is reported once")
    func endedTwice() {
        var rig = Rig.registered()
        rig.assign("AJ_1")
        _ = rig.outputs()
        rig.worker.jobEnded("AJ_1", .failed(String(repeating: "x", count: 5000)), now: rig.now)
        rig.worker.jobEnded("AJ_1", .succeeded, now: rig.now)
        rig.worker.jobEnded("AJ_7", .succeeded, now: rig.now)
        let reports = rig.sent().compactMap { message in
            if case .updateJob(let report) = message { report } else { nil }
        }
        #expect(reports.count == 1)
        #expect(reports.first?.error.count == 1000)
    }

    @Test("an assignment may name another server")
    func otherServer() {
        var rig = Rig.registered()
        rig.server {
            $0.assignment.job.id = "AJ_1"
            $0.assignment.url = "wss://other"
            $0.assignment.token = "t"
        }
        guard case .startJob(let job) = rig.outputs().first else { return }
        #expect(job.url == "wss://other")
        #expect(!"\(job)".contains("token"))
    }
}
