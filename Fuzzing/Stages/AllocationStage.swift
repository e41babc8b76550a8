import STUN
import Simulation
import TURN
import Timing
import Wire

/// An allocation and what it has asked: a message of the script answers the newest request.
struct AllocationStage {
    private static let local = TransportAddress(ip: .v4(0x0A00_0001), port: 4000)
    private static let peer = TransportAddress(ip: .v4(0xC000_0301), port: 5000)
    /// Far above what one step may cause.
    private static let outputLimit = 1000

    private var allocation: Allocation
    private var asked: TransactionID?
    private var now = Instant.origin

    init(server: TransportAddress) {
        let configuration = AllocationConfiguration(
            server: server, local: Self.local, credentials: TURNCredentials(username: "user", password: "word"))
        allocation = Allocation(configuration, random: SeededGenerator(seed: 1))
        allocation.start(now: now)
        drain()
    }

    mutating func take(_ step: Script.Step) {
        switch step.kind % 5 {
        case 0: _ = allocation.handle(answering(step.bytes), now: now)
        case 1:
            now += .seconds(Int(step.bytes.first ?? 1))
            allocation.handleTimeout(now: now)
        case 2: _ = allocation.wrap(step.bytes, for: Self.peer, now: now)
        case 3: _ = allocation.handle(step.bytes, now: now)
        default: allocation.close(now: now)
        }
        drain()
    }

    /// The message with the transaction that is waited for, and signed as the server would.
    private func answering(_ bytes: [UInt8]) -> [UInt8] {
        guard let asked, var message = STUNMessage(parsing: bytes) else { return bytes }
        message.transaction = asked
        return message.serialized()
    }

    private mutating func drain() {
        for _ in 0..<Self.outputLimit {
            guard let output = allocation.pollOutput() else { return }
            guard case .transmit(let datagram) = output else { continue }
            if let request = STUNMessage(parsing: datagram.payload) { asked = request.transaction }
        }
        fatalError("the output has no end")
    }
}
