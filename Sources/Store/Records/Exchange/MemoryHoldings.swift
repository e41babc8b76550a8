package import FoundationEssentials
import Synchronization

/// Who holds which session, among those of one process.
///
/// Bounded: beyond `capacity` sessions one that nobody holds is forgotten, with its epoch; while all are held, none is.
package final class MemoryHoldings: SessionHoldings {
    private struct Entry {
        var process: String?
        var epoch: Int
        var expiry: Date

        func holder(_ now: Date) -> String? { now < expiry ? process : nil }
    }

    private let entries = Mutex<[String: Entry]>([:])
    private let capacity: Int

    package init(capacity: Int = 10_000) {
        self.capacity = capacity
    }

    package func claim(_ session: String, by process: String, now: Date) -> Holding? {
        entries.withLock { entries in
            var entry = entries[session] ?? Entry(epoch: 0, expiry: now)
            let holder = entry.holder(now)
            guard holder == nil || holder == process else { return nil }
            if holder == nil { entry.epoch += 1 }
            entry.process = process
            entry.expiry = now.addingTimeInterval(Holding.lifetime)
            if entries[session] == nil, entries.count >= capacity {
                let idle = entries.filter { $0.value.holder(now) == nil }
                if let oldest = idle.min(by: { $0.value.expiry < $1.value.expiry }) { entries[oldest.key] = nil }
            }
            entries[session] = entry
            return Holding(session: session, process: process, epoch: entry.epoch)
        }
    }

    package func renew(_ holding: Holding, now: Date) -> Bool {
        entries.withLock { entries in
            guard let entry = entries[holding.session], entry.epoch == holding.epoch, entry.process == holding.process
            else { return false }
            entries[holding.session]?.expiry = now.addingTimeInterval(Holding.lifetime)
            return true
        }
    }

    package func release(_ holding: Holding) {
        entries.withLock { entries in
            guard let entry = entries[holding.session], entry.epoch == holding.epoch, entry.process == holding.process
            else { return }
            entries[holding.session]?.process = nil
        }
    }

    package func holder(of session: String, now: Date) -> Holding? {
        entries.withLock { entries in
            guard let entry = entries[session], let process = entry.holder(now) else { return nil }
            return Holding(session: session, process: process, epoch: entry.epoch)
        }
    }
}
