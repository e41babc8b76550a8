import STUN
import Timing
import Wire

// Answers to checks (RFC 8445, section 7.2.5).
extension ICEAgent {
    mutating func receive(
        response: STUNMessage, at local: Candidate, from remote: TransportAddress, now: Instant
    ) {
        let path = ICEPath(local: local.address, remote: remote, transport: local.transport)
        if let index = checkList.index(of: response.transaction) {
            // Not the way back that the check went: no proof of a path (section 7.2.5.2.1).
            guard checkList[index].path == path else { return }
            receive(response, to: index, now: now)
        } else if let selected, selected.roleAsking(response.transaction) != nil,
            selected.path == path,
            let key = selected.remoteCredentials?.key, response.isAuthentic(key: key)
        {
            receiveConsent(response, now: now)
        }
    }

    /// An answer that is not signed is ignored: anyone could have sent it. So is an error other than a role conflict: the
    /// check is sent again until it has failed, and so no answer makes this agent send faster.
    private mutating func receive(_ response: STUNMessage, to index: Int, now: Instant) {
        guard let remoteCredentials, response.isAuthentic(key: remoteCredentials.key) else { return }
        let pair = checkList[index]
        guard let check = pair.check else { return }
        if response.type == .success, response.xorMappedAddress != nil {
            checkSucceeded(index, check, now: now)
        } else if response.errorCode?.code == STUNErrorCode.roleConflict.code {
            if role == check.role { switchRole() }
            // The list was sorted again: find the pair by its addresses.
            if let moved = checkList.index(on: pair.path) {
                checkList.trigger(moved)
            }
        }
    }

    private mutating func checkSucceeded(_ index: Int, _ check: Check, now: Instant) {
        checkList.succeed(index)
        if role == .controlling, check.nominates, !hasConcluded {
            select(index, now: now)
        } else if checkList[index].isWanted {
            checkList[index].isWanted = false
            nominated(index, now: now)
        }
    }
}
