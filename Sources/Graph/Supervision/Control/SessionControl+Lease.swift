import Document
import FoundationEssentials

/// Who has the say (control API §10.2).
extension SessionControl {
    mutating func acquireLease(_ command: Command, for term: TimeInterval, steals: Bool) {
        let by = command.principal
        guard by.role != .caller else { return reject(command, "forbidden") }
        let term = min(max(term, timings.leaseTerms.lowerBound), timings.leaseTerms.upperBound)
        if let lease, lease.holder.id != by.id {
            guard steals, by.role == .admin else {
                return finish(
                    command, CommandOutcome(.rejected, reason: "control-held", turn: turn),
                    details: ["holder": lease.holder.json, "expires_at": .string(lease.expiry.moment)])
            }
            emit(.leaseStolen(from: lease.holder, to: by))
            give(by, term)
            takeFrom(lease.holder)
            return apply(command, "stolen")
        }
        let isNew = lease == nil
        give(by, term)
        apply(command, isNew ? "acquired" : "renewed")
    }

    mutating func renewLease(_ command: Command) {
        guard let lease else { return reject(command, "lease-lost") }
        guard lease.holder.id == command.principal.id else { return reject(command, "control-held") }
        give(lease.holder, lease.term)
        apply(command, "renewed")
    }

    mutating func releaseLease(_ command: Command) {
        guard let lease, lease.holder.id == command.principal.id else {
            return reject(command, lease == nil ? "lease-lost" : "control-held")
        }
        apply(command, "released")
        endLease("released")
    }

    /// The lease is somebody's from now on; what was begun under it goes on under them.
    private mutating func give(_ holder: Principal, _ term: TimeInterval) {
        if lease?.holder.id != holder.id { fence += 1 }
        lease = ControlLease(holder: holder, expiry: now.addingTimeInterval(term), fence: fence, term: term)
        grace = nil
        emit(.lease(lease, fence: fence))
        guard ending == nil else { return }
        if let hold, hold.needsLease, hold.by != holder.id {
            self.hold?.by = holder.id
            setMode(.held(by: holder.id, reason: hold.kind.rawValue))
        }
        if case .muted = mode { setMode(.muted(by: holder.id)) }
    }

    /// What a former holder asked for and what has not happened does not happen any more.
    private mutating func takeFrom(_ former: Principal) {
        for waiting in pending where waiting.command.principal.id == former.id && waiting.command.body.needsLease {
            switch waiting.stage {
            case .unused where hold?.instruction == waiting.id:
                drop(waiting.id, CommandOutcome(.cancelled, reason: "lease-stolen"))
            case .offered: failTakeover("lease-stolen", status: .cancelled)
            default: break
            }
        }
    }

    // MARK: - Loss

    /// The connection that keeps the lease alive is there: the lease lasts its term from now on.
    mutating func keepHolder(_ principal: String) {
        guard let lease, lease.holder.id == principal else { return }
        give(lease.holder, lease.term)
    }

    /// The connection that kept the lease alive is gone.
    mutating func loseHolder(_ principal: String) {
        guard lease?.holder.id == principal, grace == nil else { return }
        grace = now.addingTimeInterval(timings.grace)
    }

    mutating func elapseLease() {
        if let lease, lease.expiry <= now {
            // What they began has the grace, counted from when they were lost.
            let until = grace ?? lease.expiry.addingTimeInterval(timings.grace)
            self.lease = nil
            emit(.lease(nil, fence: fence))
            grace = isCourseLeased ? until : nil
        }
        if let until = grace, until <= now { endLease("lease-lost") }
    }

    /// Somebody has the agent wait, listen, or talks in its place.
    private var isCourseLeased: Bool {
        if case .muted = mode { return !isReturning }
        return takeover != nil || hold?.needsLease ?? false
    }

    /// Nobody has the say: what needed it ends.
    mutating func endLease(_ reason: String) {
        grace = nil
        if lease != nil {
            lease = nil
            emit(.lease(nil, fence: fence))
        }
        let by = mode.by
        if let takeover {
            if takeover.isOffered {
                failTakeover(reason, status: .cancelled)
            } else {
                endTakeover(reason, isLost: reason == "lease-lost")
            }
        }
        if let hold, hold.needsLease {
            if reason == "lease-lost", keepLost(hold) { return }
            expireHold(reason)
        } else if case .muted = mode, !isReturning {
            goOn(Return(origin: .mute, by: by ?? "", bridge: nil))
        }
    }

    /// Holds the caller a while longer, in case somebody comes back, where a business wants that.
    private mutating func keepLost(_ old: Hold) -> Bool {
        guard timings.holdWhenLost > 0 else { return false }
        if old.kind == .whisper { emit(.whisperExpired(by: old.by, reason: "lease-lost")) }
        beLost(by: old.by)
        return true
    }

    mutating func beLost(by: String) {
        begin(
            Hold(
                kind: .lost, command: nil, by: by, excuse: nil, isImmediate: true,
                limit: now.addingTimeInterval(min(60, timings.holdWhenLost))), for: nil)
    }
}

extension ControlMode {
    /// The principal behind it.
    var by: String? {
        switch self {
        case .agent: nil
        case .held(let by, _), .human(let by), .muted(let by): by
        }
    }
}
